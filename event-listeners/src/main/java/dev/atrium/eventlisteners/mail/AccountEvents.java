package dev.atrium.eventlisteners.mail;

import dev.atrium.eventlisteners.mail.AccountChange.Fate;
import dev.atrium.invitations.link.LinkInitiatedLogin;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** What people did to their own account. */
final class AccountEvents {
    private static final Set<String> WAYS_IN =
            Set.of(PasswordCredentialModel.TYPE, WebAuthnCredentialModel.TYPE_PASSWORDLESS);

    private final KeycloakSession session;

    AccountEvents(KeycloakSession session) {
        this.session = session;
    }

    /** UPDATE_PASSWORD and its like are told of by Keycloak a second time, as UPDATE_CREDENTIAL. */
    void onEvent(Event event) {
        EventType type = event.getType();
        if (type == EventType.UPDATE_CREDENTIAL && !isFirstWayIn(event)) {
            credential(event, Fate.ADDED);
        } else if (type == EventType.REMOVE_CREDENTIAL) {
            credential(event, Fate.REMOVED);
        } else if (type == EventType.UPDATE_EMAIL || type == EventType.UPDATE_PROFILE) {
            email(event);
        }
    }

    private void credential(Event event, Fate fate) {
        String message = AccountChange.message(details(event).get(Details.CREDENTIAL_TYPE), fate);
        user(event)
                .ifPresent(user -> notices(event)
                        .send(user, AccountChange.done(message, "", event.getIpAddress()), Optional.empty()));
    }

    /** Who came by a link to choose it need not be told. */
    private boolean isFirstWayIn(Event event) {
        return WAYS_IN.contains(details(event).getOrDefault(Details.CREDENTIAL_TYPE, ""))
                && Optional.ofNullable(session.getContext().getAuthenticationSession())
                        .filter(LinkInitiatedLogin::choseFirstCredential)
                        .isPresent();
    }

    private void email(Event event) {
        String before = details(event).get(Details.PREVIOUS_EMAIL);
        String after = details(event).get(Details.UPDATED_EMAIL);
        if (before != null && after != null) {
            user(event)
                    .ifPresent(user -> notices(event)
                            .emailChanged(user, before, AccountChange.done("email-new", after, event.getIpAddress())));
        }
    }

    private static Map<String, String> details(Event event) {
        return event.getDetails() == null ? Map.of() : event.getDetails();
    }

    private Optional<UserModel> user(Event event) {
        return event.getUserId() == null
                ? Optional.empty()
                : Optional.ofNullable(session.users().getUserById(realm(event), event.getUserId()));
    }

    private SecurityNotices notices(Event event) {
        return new SecurityNotices(session, realm(event));
    }

    private RealmModel realm(Event event) {
        return session.realms().getRealm(event.getRealmId());
    }
}
