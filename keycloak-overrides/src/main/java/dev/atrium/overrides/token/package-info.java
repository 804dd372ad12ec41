/** Where Keycloak makes, renews and introspects tokens. */
@NullMarked
package dev.atrium.overrides.token;

import org.jspecify.annotations.NullMarked;
