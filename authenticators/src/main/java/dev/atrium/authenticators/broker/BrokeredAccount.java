package dev.atrium.authenticators.broker;

import dev.atrium.core.broker.EmailTrust;
import dev.atrium.directory.login.AddressChange;
import dev.atrium.support.note.KeycloakNotes;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The account that somebody whom an identity provider brings has already. */
record BrokeredAccount(KeycloakSession session, RealmModel realm, UserModel user) {
    /** The one to which the identity is being linked, or is linked. */
    static Optional<BrokeredAccount> of(KeycloakSession session, RealmModel realm, BrokeredIdentityContext identity) {
        AuthenticationSessionModel authSession = identity.getAuthenticationSession();
        Optional<UserModel> user = authSession != null
                        && KeycloakNotes.LINKING_PROVIDER.in(authSession).isPresent()
                ? Optional.ofNullable(authSession.getAuthenticatedUser())
                : linked(session, realm, identity);
        return user.map(found -> new BrokeredAccount(session, realm, found));
    }

    /**
     * An address that nobody vouches for never takes the place of its own, nor does another account's, nor one that leads out of
     * how its person signs in.
     */
    boolean mayTake(String email, EmailTrust trust, IdentityProviderModel provider) {
        return trust == EmailTrust.VOUCHED
                && (email.equalsIgnoreCase(user.getEmail())
                        || (isFree(email)
                                && !new AddressChange(session, user, Optional.of(email)).isRefusedTo(provider)));
    }

    private boolean isFree(String email) {
        return realm.isDuplicateEmailsAllowed()
                || Optional.ofNullable(session.users().getUserByEmail(realm, email))
                        .filter(other -> !other.getId().equals(user.getId()))
                        .isEmpty();
    }

    private static Optional<UserModel> linked(
            KeycloakSession session, RealmModel realm, BrokeredIdentityContext identity) {
        return Stream.of(Optional.ofNullable(identity.getId()), Optional.ofNullable(identity.getLegacyId()))
                .flatMap(Optional::stream)
                .map(id -> new FederatedIdentityModel(identity.getIdpConfig().getAlias(), id, identity.getUsername()))
                .flatMap(link -> Stream.ofNullable(session.users().getUserByFederatedIdentity(realm, link)))
                .findFirst();
    }
}
