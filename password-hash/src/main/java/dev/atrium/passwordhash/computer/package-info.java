/** The ways to compute a hash, and what each must show before it serves. */
@NullMarked
package dev.atrium.passwordhash.computer;

import org.jspecify.annotations.NullMarked;
