/** Consents as Keycloak lists and revokes them. */
@NullMarked
package dev.atrium.tokens.consent;

import org.jspecify.annotations.NullMarked;
