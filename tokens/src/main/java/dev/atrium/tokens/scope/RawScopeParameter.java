package dev.atrium.tokens.scope;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeNaming;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.utils.StringUtil;

/** The scope parameter of a request as it was sent, before Keycloak drops it or takes characters out. */
public record RawScopeParameter(String text) {
    private static final String SOUND = RawScopeParameter.class.getName();

    /**
     * The scopes that an authorization request presents itself, in a parameter and in a request object (RFC 9101) that
     * nobody has verified yet; none where it only refers to what Keycloak has or fetches.
     */
    static Stream<RawScopeParameter> presented(MultivaluedMap<String, String> parameters) {
        return parameters.containsKey(OIDCLoginProtocol.REQUEST_URI_PARAM)
                ? Stream.empty()
                : Stream.concat(
                                Stream.ofNullable(parameters.getFirst(OAuth2Constants.SCOPE)),
                                Stream.ofNullable(parameters.getFirst(OIDCLoginProtocol.REQUEST_PARAM))
                                        .flatMap(RawScopeParameter::claimed))
                        .map(RawScopeParameter::new);
    }

    private static Stream<String> claimed(String requestObject) {
        try {
            return Stream.ofNullable(new JWSInput(requestObject)
                            .readJsonContent(JsonNode.class)
                            .get(OAuth2Constants.SCOPE))
                    .map(JsonNode::asText);
        } catch (JWSInputException encryptedOrBroken) {
            return Stream.empty();
        }
    }

    /** Why it must be refused, in words for the app's developer; looked for once in a request. */
    public Optional<String> fault(KeycloakSession session, ClientModel client) {
        if (equals(session.getAttribute(SOUND, RawScopeParameter.class))) {
            return Optional.empty();
        }
        Optional<String> fault = unread(session).or(() -> outOfReach(session, client));
        if (fault.isEmpty()) {
            session.setAttribute(SOUND, this);
        }
        return fault;
    }

    private Optional<String> unread(KeycloakSession session) {
        if (text.length() > longest(session)) {
            return Optional.of("The scope parameter is too long: request fewer scopes at once");
        }
        return StringUtil.removeControlCharacters(text).equals(text)
                ? Optional.empty()
                : Optional.of("The scope parameter contains characters that are not allowed in a scope");
    }

    private Optional<String> outOfReach(KeycloakSession session, ClientModel client) {
        List<Scope> scopes = new RequestableScopes(session, client).beyond(text);
        return scopes.isEmpty()
                ? Optional.empty()
                : Optional.of("The client may not request " + ScopeNaming.of(scopes));
    }

    /** Keycloak takes a longer parameter for one that is missing, and would grant the default scopes. */
    private static int longest(KeycloakSession session) {
        LoginProtocol protocol = session.getProvider(LoginProtocol.class, OIDCLoginProtocol.LOGIN_PROTOCOL);
        return ((OIDCLoginProtocol) protocol).getConfig().getMaxLengthForTheParameter(OAuth2Constants.SCOPE, false);
    }
}
