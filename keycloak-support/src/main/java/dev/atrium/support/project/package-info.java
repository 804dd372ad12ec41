/** Projects, which are Keycloak's organizations. */
@NullMarked
package dev.atrium.support.project;

import org.jspecify.annotations.NullMarked;
