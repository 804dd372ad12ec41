/** Where Atrium hangs in Keycloak's admin REST. */
@NullMarked
package dev.atrium.rest.admin;

import org.jspecify.annotations.NullMarked;
