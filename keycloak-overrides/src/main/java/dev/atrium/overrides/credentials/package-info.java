/** Keycloak's steps that take a password or an address, which tell a stranger nothing. */
@NullMarked
package dev.atrium.overrides.credentials;

import org.jspecify.annotations.NullMarked;
