package dev.atrium.support.link;

import dev.atrium.support.project.HomeProvider;
import dev.atrium.support.project.UserFederation;
import dev.atrium.support.time.KeycloakClock;
import java.util.List;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.UserConsentManager;

/**
 * Gives an account whose address nobody had proved to whoever has just proved it, by a link in a mail: anybody could
 * have registered with the address. What they got in with gets nobody in any more, what they had begun leads nowhere,
 * and what they had agreed to is agreed no more.
 */
public final class Handover {
    private final KeycloakSession session;
    private final RealmModel realm;

    public Handover(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Whether there is something to hand over. */
    public static boolean concerns(UserModel user) {
        return !user.isEmailVerified() && !UserFederation.keeps(user);
    }

    /** The address is proved; of what was there before only the account is left, and what it may do. */
    public void of(UserModel user) {
        if (concerns(user)) {
            forgetCredentials(user);
            forgetIdentities(user);
            forgetChangeOfAddress(user);
            endSessions(user);
            forgetConsents(user);
        }
        user.setEmailVerified(true);
    }

    private static void forgetCredentials(UserModel user) {
        List<String> credentials = user.credentialManager()
                .getStoredCredentialsStream()
                .map(CredentialModel::getId)
                .toList();
        credentials.forEach(user.credentialManager()::removeStoredCredentialById);
    }

    /** But not those at the provider that speaks for the person's domain: it would not have brought anybody else. */
    private void forgetIdentities(UserModel user) {
        Optional<IdentityProviderModel> home = HomeProvider.of(session, user);
        List<String> providers = session.users()
                .getFederatedIdentitiesStream(realm, user)
                .map(FederatedIdentityModel::getIdentityProvider)
                .filter(alias -> home.filter(provider -> provider.getAlias().equals(alias))
                        .isEmpty())
                .toList();
        providers.forEach(alias -> session.users().removeFederatedIdentity(realm, user, alias));
    }

    /** A link to the new address would still change it. */
    private static void forgetChangeOfAddress(UserModel user) {
        if (user.getFirstAttribute(UserModel.EMAIL_PENDING) != null) {
            user.removeAttribute(UserModel.EMAIL_PENDING);
            user.removeRequiredAction(UserModel.RequiredAction.UPDATE_EMAIL);
        }
    }

    private void forgetConsents(UserModel user) {
        List<String> clients = UserConsentManager.getConsentsStream(session, realm, user)
                .map(consent -> consent.getClient().getId())
                .toList();
        clients.forEach(client -> UserConsentManager.revokeConsentForClient(session, realm, user, client));
    }

    /** Those that only begin, too: see {@link OvertakenSignIn}. */
    private void endSessions(UserModel user) {
        List<UserSessionModel> sessions =
                session.sessions().getUserSessionsStream(realm, user).toList();
        List<UserSessionModel> offline =
                session.sessions().getOfflineUserSessionsStream(realm, user).toList();
        sessions.forEach(one -> AuthenticationManager.backchannelLogout(session, one, true));
        offline.forEach(one -> session.sessions().removeOfflineUserSession(realm, one));
        session.users().setNotBeforeForUser(realm, user, (int)
                KeycloakClock.INSTANCE.instant().getEpochSecond());
    }
}
