package dev.atrium.authenticators.broker;

import dev.atrium.core.account.UserId;
import dev.atrium.core.factor.AuthenticationClaims;
import dev.atrium.directory.factor.Brought;
import dev.atrium.directory.factor.BroughtFactor;
import dev.atrium.directory.login.CheckedCredentials;
import dev.atrium.support.note.KeycloakNotes;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.UserModel;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What an identity provider says of how somebody signed in there, in its ID token; SAML providers are not asked yet. */
final class ProviderStatement {
    private static final String TWO_FACTORS = "atrium.two-factors";
    private static final String METHODS = "amr";

    private ProviderStatement() {}

    /** Somebody is brought; what they say of it is kept until it is known who it is. */
    static void read(BrokeredIdentityContext identity) {
        if (identity.getAuthenticationSession() != null) {
            CheckedCredentials.none(identity.getAuthenticationSession());
        }
        if (!isLinking(identity) && claims(identity).isMultiFactor()) {
            identity.getContextData().put(TWO_FACTORS, TWO_FACTORS);
        }
    }

    /** It is this person. */
    static void note(BrokeredIdentityContext identity, UserModel user) {
        AuthenticationSessionModel authSession = identity.getAuthenticationSession();
        if (authSession != null) {
            UserId id = new UserId(user.getId());
            String provider = identity.getIdpConfig().getAlias();
            Brought.NOTE.put(authSession, new Brought(id, provider));
            if (identity.getContextData().containsKey(TWO_FACTORS)) {
                BroughtFactor.NOTE.put(authSession, new BroughtFactor(id, provider));
            }
        }
    }

    /** Whoever is signed in and links an identity has not come by it. Keycloak forgets that they do before it is known who it is. */
    private static boolean isLinking(BrokeredIdentityContext identity) {
        return identity.getAuthenticationSession() != null
                && KeycloakNotes.LINKING_PROVIDER
                        .in(identity.getAuthenticationSession())
                        .isPresent();
    }

    private static AuthenticationClaims claims(BrokeredIdentityContext identity) {
        if (identity.getContextData().get(OIDCIdentityProvider.VALIDATED_ID_TOKEN) instanceof JsonWebToken token) {
            Set<String> methods = token.getOtherClaims().get(METHODS) instanceof Collection<?> said
                    ? said.stream().map(String::valueOf).collect(Collectors.toSet())
                    : Set.of();
            return new AuthenticationClaims(methods, acr(token));
        }
        return new AuthenticationClaims(Set.of(), "");
    }

    private static String acr(JsonWebToken token) {
        String acr = token instanceof IDToken idToken
                ? idToken.getAcr()
                : Objects.toString(token.getOtherClaims().get(IDToken.ACR), null);
        return Objects.requireNonNullElse(acr, "");
    }
}
