/** The language of custom templates, and its sandbox. */
@NullMarked
package dev.atrium.mail.template;

import org.jspecify.annotations.NullMarked;
