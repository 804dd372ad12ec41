/** How people are invited and become members, whoever asks for it. */
@NullMarked
package dev.atrium.support.invitation;

import org.jspecify.annotations.NullMarked;
