package dev.atrium.eventlisteners.mail;

import dev.atrium.invitations.link.Landing;
import dev.atrium.invitations.link.Links;
import dev.atrium.support.time.KeycloakClock;
import java.time.Duration;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Where a person who has no way to sign in yet gets one: a page with a button; it works once. */
record CredentialLink(String address, Instant until) {
    private static final Duration LASTS = Duration.ofDays(7);

    /**
     * A link for this person.
     *
     * @param landing where they end up afterwards
     */
    static CredentialLink of(KeycloakSession session, UserModel user, Landing landing) {
        Instant until = KeycloakClock.INSTANCE.instant().plus(LASTS);
        return new CredentialLink(
                new Links(session).toSetCredential(user, landing, until).toString(), until);
    }
}
