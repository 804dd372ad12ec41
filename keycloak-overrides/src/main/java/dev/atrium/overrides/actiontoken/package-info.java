/** Keycloak's handlers of links in mails, guarded. */
@NullMarked
package dev.atrium.overrides.actiontoken;

import org.jspecify.annotations.NullMarked;
