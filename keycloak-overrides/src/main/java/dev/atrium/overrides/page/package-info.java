/** Keycloak's login pages, with the SMART scopes on the device page. */
@NullMarked
package dev.atrium.overrides.page;

import org.jspecify.annotations.NullMarked;
