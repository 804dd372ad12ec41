/** What clients may do by SMART's rules, and which client sends a request that does not say it in Keycloak's way. */
@NullMarked
package dev.atrium.tokens.client;

import org.jspecify.annotations.NullMarked;
