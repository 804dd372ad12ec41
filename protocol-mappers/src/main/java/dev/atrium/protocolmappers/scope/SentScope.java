package dev.atrium.protocolmappers.scope;

import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.support.membership.HiddenScope;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.utils.StringUtil;

/** The scope parameter of a request as it was sent, before Keycloak drops it or takes characters out. */
record SentScope(String text) {
    /** Why it must be refused, in words for the app's developer. */
    Optional<String> fault(KeycloakSession session) {
        if (text.length() > longest(session)) {
            return Optional.of("The scope parameter is longer than this server reads: ask for fewer scopes at once");
        }
        if (!StringUtil.removeControlCharacters(text).equals(text)) {
            return Optional.of("The scope parameter holds characters that no scope may have");
        }
        ClientModel client = session.getContext().getClient();
        return ScopeSet.parse(text).scopes().stream()
                .filter(scope -> isOurs(scope) || isOutOfReach(scope, client))
                .findFirst()
                .map(scope -> "The scope '" + scope.text() + "' is none that this client may ask for");
    }

    /** Keycloak takes a longer parameter for one that is missing, and would grant the default scopes. */
    private static int longest(KeycloakSession session) {
        LoginProtocol protocol = session.getProvider(LoginProtocol.class, OIDCLoginProtocol.LOGIN_PROTOCOL);
        return ((OIDCLoginProtocol) protocol).getConfig().getMaxLengthForTheParameter(OAuth2Constants.SCOPE, false);
    }

    private static boolean isOurs(Scope scope) {
        return scope.text().startsWith(HiddenScope.PREFIX);
    }

    /** Of scopes that are not about FHIR, Keycloak itself knows which ones a client may ask for. */
    private static boolean isOutOfReach(Scope scope, ClientModel client) {
        return scope.concernsFhir()
                && client.getClientScopes(false).get(scope.text()) == null
                && !client.getClientScopes(true).containsKey(scope.text());
    }
}
