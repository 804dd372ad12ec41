package dev.atrium.authenticators.requiredaction;

import dev.atrium.authenticators.stage.BrowserSession;
import dev.atrium.directory.homeidp.HomeIdpBinding;
import dev.atrium.support.note.FlowNote;
import dev.atrium.support.note.KeycloakNotes;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * How a person came in. Those whose domain has an identity provider come through it: no password, mail link or
 * registration stands in for it.
 */
record LoginOrigin(KeycloakSession session, AuthenticationSessionModel authSession, UserModel user) {
    private static final FlowNote<String> BROUGHT = new FlowNote<>("atrium.brought", id -> id, Optional::of);

    /**
     * The way as it is by now. It remembers whom a provider has brought, as soon as it has: Keycloak notes the provider
     * alone, and while another is being linked a sign-in can go on as somebody else. Both notes go when it starts over.
     */
    static LoginOrigin of(RequiredActionContext context) {
        LoginOrigin way = new LoginOrigin(context.getSession(), context.getAuthenticationSession(), context.getUser());
        if (KeycloakNotes.bringer(way.authSession).isPresent()
                && BROUGHT.in(way.authSession).isEmpty()) {
            BROUGHT.put(way.authSession, way.user.getId());
        }
        return way;
    }

    /**
     * Whoever is signed in already came in by then, and what signs nobody in is no way in. That is asked first, and the
     * domain last: most people are of one that no organization has, and finding that out takes the database.
     */
    boolean isAroundHome() {
        return !KeycloakNotes.NO_SIGN_IN.in(authSession).orElse(false)
                && BrowserSession.of(session, user).isEmpty()
                && isBoundElsewhere(HomeIdpBinding.of(session, user));
    }

    private boolean isBoundElsewhere(HomeIdpBinding home) {
        return bringer().filter(home::admits).isEmpty() && home.provider().isPresent();
    }

    /** The provider that has just brought this very person, who is linked to it. */
    private Optional<IdentityProviderModel> bringer() {
        return KeycloakNotes.bringer(authSession)
                .filter(alias ->
                        BROUGHT.in(authSession).filter(user.getId()::equals).isPresent())
                .filter(alias -> session.users().getFederatedIdentity(authSession.getRealm(), user, alias) != null)
                .map(alias -> session.identityProviders().getByAlias(alias));
    }
}
