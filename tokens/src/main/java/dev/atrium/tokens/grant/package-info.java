/** What a token may carry, and whether it still may. */
@NullMarked
package dev.atrium.tokens.grant;

import org.jspecify.annotations.NullMarked;
