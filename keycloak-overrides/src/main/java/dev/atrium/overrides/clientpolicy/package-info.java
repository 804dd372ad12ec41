/** What a client must be like to be a SMART app's: for Keycloak's client policies. */
@NullMarked
package dev.atrium.overrides.clientpolicy;

import org.jspecify.annotations.NullMarked;
