/** Webhooks that other systems send: which came, and what came of them. */
@NullMarked
package dev.atrium.core.hook;

import org.jspecify.annotations.NullMarked;
