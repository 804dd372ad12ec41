/** How the rest of the pack has something sent, and how a channel sends it. */
@NullMarked
package dev.atrium.support.outbox;

import org.jspecify.annotations.NullMarked;
