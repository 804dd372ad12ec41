/** Where Keycloak resolves and checks the scopes of a request. */
@NullMarked
package dev.atrium.overrides.scope;

import org.jspecify.annotations.NullMarked;
