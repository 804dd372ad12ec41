/** Mails as people word them: own templates, their languages, and what may be wrong with them. */
@NullMarked
package dev.atrium.core.mail;

import org.jspecify.annotations.NullMarked;
