/** Settings of Atrium's that Keycloak's own admin REST takes. */
@NullMarked
package dev.atrium.rest.setting;

import org.jspecify.annotations.NullMarked;
