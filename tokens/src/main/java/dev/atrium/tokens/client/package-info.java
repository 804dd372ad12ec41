/** Which client sends a request, where the request does not say it in Keycloak's way. */
@NullMarked
package dev.atrium.tokens.client;

import org.jspecify.annotations.NullMarked;
