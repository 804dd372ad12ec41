/** Keycloak's required actions that set a credential, refused to whom a home IdP binds. */
@NullMarked
package dev.atrium.overrides.requiredaction;

import org.jspecify.annotations.NullMarked;
