/** How a project's mails look. */
@NullMarked
package dev.atrium.mail.brand;

import org.jspecify.annotations.NullMarked;
