/** The links that Keycloak mails: whoever follows one has proved an address, and nothing else. */
@NullMarked
package dev.atrium.authenticators.actiontoken;

import org.jspecify.annotations.NullMarked;
