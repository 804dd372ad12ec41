/** Keycloak's password hash {@code argon2}, served by the fastest way to compute it that gives the right digests. */
@NullMarked
package dev.atrium.passwordhash.provider;

import org.jspecify.annotations.NullMarked;
