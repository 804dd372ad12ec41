/** From an occasion to a mail: its recipient, its variables, its template. */
@NullMarked
package dev.atrium.mail.compose;

import org.jspecify.annotations.NullMarked;
