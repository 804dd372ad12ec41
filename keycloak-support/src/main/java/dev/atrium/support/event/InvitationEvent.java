package dev.atrium.support.event;

import dev.atrium.core.invitation.Invitation;
import java.net.URI;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/**
 * Something happened to an invitation; told in the session and transaction of that change.
 *
 * @param invitation as it is now, or as it was last
 * @param link what is to be mailed to the invited address, when it is to be mailed
 */
public record InvitationEvent(
        KeycloakSession session, RealmModel realm, Kind kind, Invitation invitation, Optional<URI> link)
        implements ProviderEvent {
    /** What happened. */
    public enum Kind {
        CREATED,
        RESENT,
        ACCEPTED,
        REVOKED,
        EXPIRED
    }
}
