package dev.atrium.tokens.client;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;

/** A form that a client posts to one of the realm's OpenID Connect endpoints. */
record ClientRequest(KeycloakSession session) {
    boolean isTo(String endpoint) {
        return session.getContext().getUri().getPath().endsWith("/protocol/openid-connect" + endpoint);
    }

    /** A parameter of the form, whose first value counts: a second one is refused later. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(form().getFirst(name));
    }

    /** Whether the form says who sends it, or tries to prove it. */
    boolean namesClient() {
        return Stream.of(
                        OAuth2Constants.CLIENT_ID,
                        OAuth2Constants.CLIENT_SECRET,
                        OAuth2Constants.CLIENT_ASSERTION,
                        OAuth2Constants.CLIENT_ASSERTION_TYPE)
                .anyMatch(form()::containsKey);
    }

    Optional<String> authorization() {
        return Optional.ofNullable(
                session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.AUTHORIZATION));
    }

    private MultivaluedMap<String, String> form() {
        return session.getContext().getHttpRequest().getDecodedFormParameters();
    }
}
