package dev.atrium.support.event;

import dev.atrium.core.consent.ConsentRecord;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/**
 * A person agreed to what an app may do; told in the session and transaction in which that is kept.
 *
 * @param project the alias of the project of the membership that was agreed for
 */
public record ConsentEvent(
        KeycloakSession session, RealmModel realm, ClientModel client, String project, ConsentRecord grant)
        implements ProviderEvent {}
