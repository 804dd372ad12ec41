/** Keycloak's mail templates, messages and sender, with custom templates and the outbox. */
@NullMarked
package dev.atrium.overrides.mail;

import org.jspecify.annotations.NullMarked;
