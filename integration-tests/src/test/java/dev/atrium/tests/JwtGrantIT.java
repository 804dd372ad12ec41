package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The JWT authorization grant (RFC 7523), which Keycloak has only lately: what another issuer says of a person is a grant,
 * and not one on the list of those that may carry SMART scopes.
 */
@ExtendWith(AtriumServer.class)
class JwtGrantIT {
    private final Admin admin = Admin.ofRealm();
    private final TestUser user = TestUser.clinician(admin);
    private final String alias = "jwt-" + UUID.randomUUID();
    private final KeyPair keys = keys();

    @BeforeEach
    void of_an_issuer_that_vouches_for_the_person() {
        ObjectNode provider =
                Admin.JSON.createObjectNode().put("alias", alias).put("providerId", "jwt-authorization-grant");
        provider.putObject("config")
                .put("issuer", "https://" + alias)
                .put("useJwksUrl", "false")
                .put("jwtAuthorizationGrantEnabled", "true")
                .put("publicKeySignatureVerifier", base64(keys.getPublic().getEncoded()));
        admin.created("identity-provider/instances", provider);
        link(user);
    }

    private void link(TestUser person) {
        String link = Admin.JSON
                .createObjectNode()
                .put("userId", person.id())
                .put("userName", person.email())
                .toString();
        assertThat(admin.send("POST", "users/" + person.id() + "/federated-identity/" + alias, link)
                        .statusCode())
                .isEqualTo(204);
    }

    @AfterEach
    void without_it_again() {
        admin.delete("identity-provider/instances/" + alias);
    }

    @Nested
    class Given_a_client_that_presents_its_word {
        private final App app = TestClient.of(admin, "fhirUser", "launch/patient", "user/*.cruds", "project")
                .with("oauth2.jwt.authorization.grant.enabled", "true")
                .with("oauth2.jwt.authorization.grant.idp", alias)
                .app();

        @ParameterizedTest
        @ValueSource(strings = {"user/*.rs", "openid fhirUser", "launch/patient"})
        void gets_no_smart_scope(String scope) {
            Tokens refused = token(scope);

            assertThat(refused.error()).isEqualTo("invalid_scope");
            assertThat(refused.errorDescription()).endsWith("is not available with this grant type");
        }

        @Test
        void gets_a_token_without_one_and_without_a_profile() {
            Tokens tokens = token("openid project");

            assertThat(tokens.accessClaims().path("sub").asText()).isEqualTo(user.id());
            assertThat(tokens.accessClaims().has("membership")).isFalse();
            assertThat(tokens.accessClaims().has("fhirUser")).isFalse();
        }

        @Test
        void gets_none_for_somebody_who_comes_through_the_provider_of_their_domain() {
            TestUser bound = admin.user("lakeside.example");
            link(bound);
            Tokens refused = token("openid", bound);
            assertThat(refused.error()).isEqualTo("invalid_grant");
        }

        private Tokens token(String scope) {
            return token(scope, user);
        }

        private Tokens token(String scope, TestUser person) {
            return app.token(Map.of(
                    "grant_type",
                    "urn:ietf:params:oauth:grant-type:jwt-bearer",
                    "assertion",
                    assertion(person),
                    "scope",
                    scope));
        }
    }

    private String assertion(TestUser person) {
        ObjectNode claims = Admin.JSON
                .createObjectNode()
                .put("iss", "https://" + alias)
                .put("sub", person.id())
                .put("aud", App.realm("").toString())
                .put("jti", UUID.randomUUID().toString())
                .put("iat", Instant.now().getEpochSecond())
                .put("exp", Instant.now().plusSeconds(60).getEpochSecond());
        String signed = base64Url("{\"alg\":\"RS256\"}") + "." + base64Url(claims.toString());
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String base64Url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
