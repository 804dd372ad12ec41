package dev.atrium.directory.account;

import dev.atrium.directory.homeidp.HomeIdpBinding;
import dev.atrium.support.time.KeycloakClock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.UserConsentManager;

/** How anybody could be in an account, or get into it, and how that ends. */
record FormerAccess(KeycloakSession session, RealmModel realm, UserModel user) {
    private static final Set<String> SECOND_FACTORS = Set.of(
            OTPCredentialModel.TYPE, RecoveryAuthnCodesCredentialModel.TYPE, WebAuthnCredentialModel.TYPE_TWOFACTOR);

    boolean exists() {
        return user.credentialManager().getStoredCredentialsStream().findAny().isPresent()
                || session.users()
                        .getFederatedIdentitiesStream(realm, user)
                        .findAny()
                        .isPresent()
                || session.sessions()
                        .getUserSessionsStream(realm, user)
                        .findAny()
                        .isPresent()
                || session.sessions()
                        .getOfflineUserSessionsStream(realm, user)
                        .findAny()
                        .isPresent();
    }

    boolean isOfOrganizationMember() {
        return realm.isOrganizationsEnabled()
                && session.getProvider(OrganizationProvider.class)
                        .getByMember(user)
                        .findAny()
                        .isPresent();
    }

    /** What is left is the account, what it may do, and its links to these identity providers. */
    void end(Predicate<String> keptProviders) {
        end(credential -> true, keptProviders.negate());
    }

    /**
     * The same, but a mailbox does not do away with a member's second factor, which lets nobody in alone, nor with what
     * binds them to their organization's provider.
     */
    void endOfMember(Predicate<String> keptProviders) {
        HomeIdpBinding home = HomeIdpBinding.of(session, user);
        end(
                credential -> !SECOND_FACTORS.contains(credential.getType()),
                keptProviders.negate().and(alias -> !home.keepsLinkTo(alias)));
    }

    private void end(Predicate<CredentialModel> credentials, Predicate<String> identities) {
        forgetCredentials(credentials);
        forgetIdentities(identities);
        forgetChangeOfAddress();
        endSessions();
        forgetConsents();
    }

    private void forgetCredentials(Predicate<CredentialModel> which) {
        List<String> credentials = user.credentialManager()
                .getStoredCredentialsStream()
                .filter(which)
                .map(CredentialModel::getId)
                .toList();
        credentials.forEach(user.credentialManager()::removeStoredCredentialById);
    }

    /** Those of the address's own provider, too: a colleague may have linked theirs. */
    private void forgetIdentities(Predicate<String> which) {
        List<String> providers = session.users()
                .getFederatedIdentitiesStream(realm, user)
                .map(FederatedIdentityModel::getIdentityProvider)
                .filter(which)
                .toList();
        providers.forEach(alias -> session.users().removeFederatedIdentity(realm, user, alias));
    }

    /** A link to the new address would still change it. */
    private void forgetChangeOfAddress() {
        if (user.getFirstAttribute(UserModel.EMAIL_PENDING) != null) {
            user.removeAttribute(UserModel.EMAIL_PENDING);
            user.removeRequiredAction(UserModel.RequiredAction.UPDATE_EMAIL);
        }
    }

    private void forgetConsents() {
        List<String> clients = UserConsentManager.getConsentsStream(session, realm, user)
                .map(consent -> consent.getClient().getId())
                .toList();
        clients.forEach(client -> UserConsentManager.revokeConsentForClient(session, realm, user, client));
    }

    /** Those that only begin, too: see {@link StaleLogin}. */
    private void endSessions() {
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
