package dev.atrium.authenticators.backstop;

import dev.atrium.authenticators.stage.BrowserSession;
import dev.atrium.support.note.KeycloakNotes;
import dev.atrium.support.project.HomeProvider;
import java.util.Optional;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * How a person came in. Those whose domain has an identity provider come through it: no password, mail link or
 * registration stands in for it.
 */
record WayIn(KeycloakSession session, AuthenticationSessionModel signIn, UserModel user) {
    /** Whoever is signed in already came in by then, and what signs nobody in is no way in. */
    boolean isAroundHome() {
        return HomeProvider.of(session, user).isPresent()
                && !KeycloakNotes.NO_SIGN_IN.in(signIn).orElse(false)
                && BrowserSession.of(session, user).isEmpty()
                && bringer()
                        .filter(provider -> HomeProvider.mayBring(session, user, provider))
                        .isEmpty();
    }

    /** The provider that has just brought the identity which is linked to this very person. */
    private Optional<IdentityProviderModel> bringer() {
        Optional<String> brought = KeycloakNotes.BROKERED_IDENTITY.in(signIn);
        return session.users()
                .getFederatedIdentitiesStream(signIn.getRealm(), user)
                .filter(link -> brought.filter(identity(link)::equals).isPresent())
                .map(link -> session.identityProviders().getByAlias(link.getIdentityProvider()))
                .findFirst();
    }

    private static String identity(FederatedIdentityModel link) {
        return link.getIdentityProvider() + "." + link.getUserId();
    }
}
