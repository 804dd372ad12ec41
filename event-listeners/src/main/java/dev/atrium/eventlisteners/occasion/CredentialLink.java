package dev.atrium.eventlisteners.occasion;

import dev.atrium.core.project.ProjectId;
import dev.atrium.support.link.Links;
import dev.atrium.support.time.KeycloakClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Where a person who has no way to sign in yet gets one: a page with a button; it works once. */
record CredentialLink(String address, Instant until) {
    private static final Duration LASTS = Duration.ofDays(7);

    /**
     * A link for this person.
     *
     * @param client whom they land with afterwards
     * @param project where they land without one
     */
    static CredentialLink of(KeycloakSession session, UserModel user, Optional<ClientModel> client, ProjectId project) {
        Instant until = KeycloakClock.INSTANCE.instant().plus(LASTS);
        return new CredentialLink(
                new Links(session)
                        .toSetCredential(user, new dev.atrium.support.link.Landing(client, Optional.of(project)), until)
                        .toString(),
                until);
    }
}
