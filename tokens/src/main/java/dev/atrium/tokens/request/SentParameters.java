package dev.atrium.tokens.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.support.oauth.RealmIssuer;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequestParserProcessor;
import org.keycloak.protocol.oidc.endpoints.request.AuthzEndpointRequestParser;
import org.keycloak.protocol.oidc.endpoints.request.RequestUriType;
import org.keycloak.protocol.oidc.par.endpoints.request.AuthzEndpointParParser;

/**
 * The parameters of an authorization request as they were sent: in the query or the form, pushed ahead (RFC 9126), and in a
 * request object (RFC 9101), which Keycloak has verified by now.
 *
 * @param parameters the query, the form, or what was pushed
 * @param claims of the request object
 */
record SentParameters(Map<String, List<String>> parameters, Optional<JsonNode> claims, String issuer) {
    static SentParameters of(KeycloakSession session, MultivaluedMap<String, String> parameters) {
        String issuer = RealmIssuer.of(session);
        Map<String, List<String>> sent = Optional.ofNullable(parameters.getFirst(OIDCLoginProtocol.REQUEST_URI_PARAM))
                .flatMap(uri -> pushed(session, uri))
                .orElse(parameters);
        JsonNode claims = session.getAttribute(AuthzEndpointRequestParser.AUTHZ_REQUEST_OBJECT, JsonNode.class);
        return new SentParameters(sent, Optional.ofNullable(claims), issuer);
    }

    /** What the app has signed, where there is a request object (RFC 9101, section 6.3), or else each value that was sent. */
    Stream<String> signed(String name) {
        return claims.isPresent() ? texts(claims.get().path(name)).filter(value -> !value.isBlank()) : values(name);
    }

    /** Each value that is not blank, wherever it was sent. */
    Stream<String> values(String name) {
        return Stream.concat(
                        parameters.getOrDefault(name, List.of()).stream(),
                        claims.stream().flatMap(object -> texts(object.path(name))))
                .filter(value -> value != null && !value.isBlank());
    }

    /**
     * The values of {@code aud}. In a request object the claim of that name says for whom the object is (RFC 9101, section
     * 4), as a rule this server, and then it is not SMART's parameter.
     */
    Stream<String> audiences() {
        return values(SmartRequest.AUDIENCE).filter(value -> claims.isEmpty() || !value.startsWith(issuer));
    }

    private static Stream<String> texts(JsonNode claim) {
        return claim.isArray()
                ? StreamSupport.stream(claim.spliterator(), false).map(JsonNode::asText)
                : Stream.of(claim.asText(""));
    }

    /** Keycloak forgets it only once the person has signed in. */
    private static Optional<Map<String, List<String>>> pushed(KeycloakSession session, String requestUri) {
        return AuthorizationEndpointRequestParserProcessor.getRequestUriType(requestUri) == RequestUriType.PAR
                ? Optional.ofNullable(AuthzEndpointParParser.getRequestObject(session, requestUri))
                        .map(SentParameters::multivalued)
                : Optional.empty();
    }

    private static Map<String, List<String>> multivalued(Map<String, String> pushed) {
        Map<String, List<String>> values = new HashMap<>();
        pushed.forEach((name, value) -> values.put(name, value == null ? List.of() : List.of(value)));
        return values;
    }
}
