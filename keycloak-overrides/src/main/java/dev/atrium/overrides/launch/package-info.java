/** Where Keycloak checks authorization requests. */
@NullMarked
package dev.atrium.overrides.launch;

import org.jspecify.annotations.NullMarked;
