package dev.atrium.eventlisteners.mail;

import dev.atrium.eventlisteners.mail.AccountChange.Fate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.Details;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** What administrators did to people's accounts. */
final class AdminActions {
    private static final Pattern USER = Pattern.compile("users/([^/]+)(?:/(.+))?");
    private static final Pattern CREDENTIAL = Pattern.compile("credentials/[^/]+");

    private final KeycloakSession session;

    AdminActions(KeycloakSession session) {
        this.session = session;
    }

    void onEvent(AdminEvent event) {
        Matcher path = USER.matcher(String.valueOf(event.getResourcePath()));
        if (event.getResourceType() != ResourceType.USER || !path.matches()) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        UserModel user = session.users().getUserById(realm, path.group(1));
        if (user == null) {
            return;
        }
        if (event.getOperationType() == OperationType.UPDATE && path.group(2) == null) {
            updated(realm, user);
        } else if (event.getOperationType() == OperationType.ACTION && path.group(2) != null) {
            acted(realm, user, event, path.group(2));
        }
    }

    private void acted(RealmModel realm, UserModel user, AdminEvent event, String action) {
        if (action.equals("reset-password")) {
            tell(realm, user, "password-set");
        } else if (CREDENTIAL.matcher(action).matches()) {
            String type = event.getDetails() == null ? null : event.getDetails().get(Details.CREDENTIAL_TYPE);
            tell(realm, user, AccountChange.message(type, Fate.REMOVED));
        }
    }

    private void updated(RealmModel realm, UserModel user) {
        String now = user.getEmail();
        SecurityNotices notices = new SecurityNotices(session, realm);
        if (now != null && notices.areSent()) {
            earlierAddress(realm, user)
                    .ifPresent(before -> notices.emailChanged(user, before, AccountChange.ordered("email-new", now)));
        }
    }

    private void tell(RealmModel realm, UserModel user, String message) {
        new SecurityNotices(session, realm).send(user, AccountChange.ordered(message, ""), Optional.empty());
    }

    /** Asked in a transaction of its own, which does not see what this one has changed. */
    private Optional<String> earlierAddress(RealmModel realm, UserModel user) {
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), other -> {
            RealmModel sameRealm = other.realms().getRealm(realm.getId());
            other.getContext().setRealm(sameRealm);
            return Optional.ofNullable(other.users().getUserById(sameRealm, user.getId()))
                    .map(UserModel::getEmail);
        });
    }
}
