/** Keycloak's steps and storage for identity providers, guarded. */
@NullMarked
package dev.atrium.overrides.broker;

import org.jspecify.annotations.NullMarked;
