/** The password hash Argon2id (RFC 9106), computed as the processor can do it best. */
@NullMarked
package dev.atrium.passwordhash.argon2;

import org.jspecify.annotations.NullMarked;
