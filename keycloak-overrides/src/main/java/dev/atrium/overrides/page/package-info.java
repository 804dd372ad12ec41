/** Keycloak's login pages, in the look of their project. */
@NullMarked
package dev.atrium.overrides.page;

import org.jspecify.annotations.NullMarked;
