package dev.atrium.eventlisteners.occasion;

import dev.atrium.core.project.EmailAddress;
import dev.atrium.support.project.Projects;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Whether somebody can sign in as things are: by a password, a passkey, or an identity provider. */
final class WaysIn {
    private final KeycloakSession session;
    private final RealmModel realm;

    WaysIn(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    boolean has(UserModel user) {
        return user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)
                || user.credentialManager().isConfiguredFor(WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                || session.users()
                        .getFederatedIdentitiesStream(realm, user)
                        .findAny()
                        .isPresent()
                || organizationSignsIn(user);
    }

    /** People of a domain whose organization has an identity provider are sent there, linked already or not. */
    private boolean organizationSignsIn(UserModel user) {
        return Optional.ofNullable(user.getEmail())
                .flatMap(EmailAddress::parse)
                .flatMap(email -> new Projects(session).ofDomain(email.domain()))
                .filter(organization -> organization.getIdentityProviders().anyMatch(IdentityProviderModel::isEnabled))
                .isPresent();
    }
}
