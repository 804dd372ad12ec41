/** Whose pages those of a sign-in are. */
@NullMarked
package dev.atrium.authenticators.page;

import org.jspecify.annotations.NullMarked;
