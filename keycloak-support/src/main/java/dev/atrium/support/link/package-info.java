/** Links in mails, and the sign-ins that begin with one. */
@NullMarked
package dev.atrium.support.link;

import org.jspecify.annotations.NullMarked;
