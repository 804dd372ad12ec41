/** JWTs with which clients authenticate, and the keys they are checked with. */
@NullMarked
package dev.atrium.core.assertion;

import org.jspecify.annotations.NullMarked;
