package dev.atrium.eventlisteners.occasion;

import dev.atrium.support.time.KeycloakClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.actiontoken.execactions.ExecuteActionsActionToken;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.services.resources.LoginActionsService;

/** Where a person who has no way to sign in yet gets one: a page with a button; it works once. */
record CredentialLink(String address, Instant until) {
    private static final Duration LASTS = Duration.ofDays(7);

    /**
     * A link for this person.
     *
     * @param client whom they land with afterwards; the account console without one
     */
    static CredentialLink of(KeycloakSession session, UserModel user, Optional<ClientModel> client) {
        RealmModel realm = session.getContext().getRealm();
        KeycloakUriInfo here = session.getContext().getUri();
        Instant until = KeycloakClock.INSTANCE.instant().plus(LASTS);
        ExecuteActionsActionToken token = new ExecuteActionsActionToken(
                user.getId(),
                user.getEmail(),
                Math.toIntExact(until.getEpochSecond()),
                List.of(RequiredAction.UPDATE_PASSWORD.name()),
                null,
                client.map(ClientModel::getClientId).orElse(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID));
        String address = LoginActionsService.actionTokenProcessor(here)
                .queryParam("key", token.serialize(session, realm, here))
                .build(realm.getName())
                .toString();
        return new CredentialLink(address, until);
    }
}
