/** The HTML that a mail may contain, as a browser reads it. */
@NullMarked
package dev.atrium.mail.html;

import org.jspecify.annotations.NullMarked;
