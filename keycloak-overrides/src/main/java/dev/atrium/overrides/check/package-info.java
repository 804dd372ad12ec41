/** Whether what Atrium puts in the place of Keycloak's own still stands there, asked when the server starts. */
@NullMarked
package dev.atrium.overrides.check;

import org.jspecify.annotations.NullMarked;
