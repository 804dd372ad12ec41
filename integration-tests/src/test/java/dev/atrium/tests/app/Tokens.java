package dev.atrium.tests.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/** The answer of the token endpoint. */
public record Tokens(Answer answer) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public String accessToken() {
        assertThat(answer.status()).as("token response %s", answer.body()).isEqualTo(200);
        return answer.text("access_token");
    }

    public String refreshToken() {
        assertThat(hasRefreshToken()).as("a refresh token in %s", answer.body()).isTrue();
        return answer.text("refresh_token");
    }

    public boolean hasRefreshToken() {
        return answer.json().hasNonNull("refresh_token");
    }

    /** The scopes the response reports, which the access token must agree with. */
    public Set<String> scopes() {
        Set<String> reported = Set.of(answer.text("scope").split(" "));
        assertThat(Set.of(accessClaims().path("scope").asText().split(" ")))
                .as("scope of access token and response")
                .isEqualTo(reported);
        return reported;
    }

    public JsonNode accessClaims() {
        return claims(accessToken());
    }

    public JsonNode idClaims() {
        return claims(answer.text("id_token"));
    }

    /** What the person's claims are, for the holder of the access token. */
    public JsonNode userinfo() {
        return App.PORTAL.userinfo(accessToken()).json();
    }

    /** What a FHIR server is told about the access token. */
    public JsonNode introspection() {
        return App.FHIR_SERVER.introspect(accessToken()).json();
    }

    public String error() {
        return answer.text("error");
    }

    public String errorDescription() {
        return answer.text("error_description");
    }

    /** The payload of a token; its signature is Keycloak's affair. */
    public static JsonNode claims(String token) {
        try {
            String payload = token.split("\\.")[1];
            return JSON.readTree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError("not a token: " + token, e);
        }
    }
}
