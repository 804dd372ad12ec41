/** Keycloak's user cache, which lists Atrium's consents too. */
@NullMarked
package dev.atrium.overrides.consent;

import org.jspecify.annotations.NullMarked;
