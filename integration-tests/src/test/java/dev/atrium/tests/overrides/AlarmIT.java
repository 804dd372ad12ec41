package dev.atrium.tests.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.demo.Build;
import dev.atrium.demo.KeycloakServer;
import dev.atrium.tests.app.Answer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.grants.OAuth2GrantTypeBase;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Where something of the pack no longer stands where it must, the server says so and does not start. */
@Tag("own")
class AlarmIT {
    private static final String UNTRIED = "27.1.0";
    private static final String NEWER_PATCH = "26.7.99";

    @TempDir
    static Path directory;

    private static OtherKeycloak keycloak;

    @BeforeAll
    static void unpack() throws IOException {
        keycloak = OtherKeycloak.in(directory);
    }

    @Nested
    class Given_another_extension_and_an_older_atrium_beside_the_pack {
        private static Path older;
        private static Map<String, byte[]> itsFiles;
        private static String displaced;

        @BeforeAll
        static void build() throws IOException, InterruptedException {
            older = keycloak.provider("atrium-older.jar");
            itsFiles = Jars.read(newest());
            Jars.write(older, itsFiles);
            Jars.write(keycloak.provider("other.jar"), Jars.extension(OtherExtension.SERVICES));
            keycloak.build("--features-disabled=device-flow", "--spi-user-cache--default--enabled=false");
            Jars.write(older, Map.of());
            displaced = keycloak.refusal();
        }

        @BeforeEach
        void takesTheOlderAway() throws IOException {
            Jars.write(older, Map.of());
        }

        @AfterEach
        void takesEveryChangeBack() throws IOException {
            keycloak.restore();
        }

        @Test
        void names_the_jars_of_two_generations() throws IOException {
            Jars.write(older, itsFiles);

            assertThat(keycloak.refusal())
                    .contains("providers/ holds more than one Atrium")
                    .contains("atrium-older.jar (", newest().getFileName() + " (");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                RealmCache        | 20    | realmCache 'default'                   | just those SMART scopes that one assigned to it covers
                ClientCredentials | 20    | oauth2-grant-type 'client_credentials' | a service gets no SMART scope that it may not request
                RefreshTokens     | 20    | refresh-token 'atrium-bound'           | a refresh gives no more than the membership still allows
                LastWord          | -2000 | token-interceptor 'atrium-smart-grant' | no token leaves with SMART scopes
                """)
        void names_the_extension_that_took_a_place(String other, int order, String provider, String guarded) {
            assertThat(displaced.lines().filter(line -> line.contains("OtherExtension$" + other)))
                    .singleElement()
                    .asString()
                    .contains("OtherExtension$" + other + " (order " + order + ") has taken the place of its provider ")
                    .contains(provider + ", dev.atrium.", "which is there so that ", guarded, "take out the extension");
        }

        @Test
        void names_a_provider_that_was_switched_off() {
            assertThat(displaced)
                    .contains(
                            "somebody has switched off, or taken away, its provider userCache 'default', dev.atrium.");
        }

        @Test
        void misses_no_provider_of_a_feature_that_is_off() {
            assertThat(displaced).contains("has taken the place").doesNotContain("device_code");
        }

        @Test
        void names_a_method_that_has_another_name() throws IOException {
            keycloak.patch(
                    OAuth2GrantTypeBase.class, Patch.rename("createTokenResponseBuilder", "newTokenResponseBuilder"));

            assertThat(keycloak.refusal())
                    .contains("has no org.keycloak.protocol.oidc.grants.")
                    .contains(".createTokenResponseBuilder(")
                    .contains("overrides so that no refresh token is given where offline_access was withheld")
                    .contains("run a Keycloak that Atrium was tested with");
        }

        @Test
        void names_a_method_that_is_there_and_no_longer_called() throws IOException {
            keycloak.patch(OIDCLoginProtocol.class, Patch.callAnother("buildRedirectUri"));

            assertThat(keycloak.refusal())
                    .contains(" no longer calls org.keycloak.protocol.oidc.OIDCLoginProtocol.buildRedirectUri(")
                    .contains(" in org.keycloak.protocol.oidc.OIDCLoginProtocol.authenticated(");
        }

        @Test
        void refuses_a_minor_that_was_never_tried() throws IOException {
            keycloak.claim(UNTRIED);

            assertThat(keycloak.refusal())
                    .contains("it was never tried with Keycloak 27.1.0, only with 26.7")
                    .contains("--spi-atrium-check--overrides--accept-version=27.1");
        }

        @Test
        void leaves_the_database_as_it_is_then() throws IOException {
            keycloak.claim(UNTRIED);

            assertThat(keycloak.refusal()).contains("never tried");
            assertThat(keycloak.hasDatabase()).isFalse();
        }

        @Test
        void looks_at_the_methods_of_a_minor_that_the_administrator_accepts() throws IOException {
            keycloak.claim(UNTRIED);
            keycloak.patch(OIDCLoginProtocol.class, Patch.rename("buildRedirectUri", "redirectUri"));

            assertThat(keycloak.refusal("--spi-atrium-check--overrides--accept-version=27.1"))
                    .contains("Keycloak 27.1.0 has no org.keycloak.protocol.oidc.OIDCLoginProtocol.buildRedirectUri(")
                    .doesNotContain("never tried");
        }
    }

    @Nested
    class Given_a_patch_release_that_changed_one_method {
        private static KeycloakServer server;

        @BeforeAll
        static void start() throws IOException, InterruptedException {
            Files.deleteIfExists(keycloak.provider("atrium-older.jar"));
            Files.deleteIfExists(keycloak.provider("other.jar"));
            Files.delete(keycloak.provider("atrium-password-hash-" + Build.version() + ".jar"));
            Jars.write(
                    keycloak.provider("findings.jar"),
                    Jars.extension(
                            Map.of(RealmResourceProviderFactory.class, FindingsResourceFactory.class),
                            FindingsResourceFactory.Findings.class));
            keycloak.build();
            keycloak.patch(OIDCLoginProtocol.class, Patch.change("buildRedirectUri"));
            keycloak.claim(NEWER_PATCH);
            server = keycloak.start("--import-realm");
        }

        @AfterAll
        static void stop() throws IOException {
            server.close();
            keycloak.restore();
        }

        @Test
        void starts_and_warns_of_that_method_alone() throws IOException {
            assertThat(keycloak.log().lines().filter(line -> line.contains("dev.atrium.overrides")))
                    .singleElement()
                    .asString()
                    .contains(
                            "WARN",
                            "Keycloak 26.7.99 has changed org.keycloak.protocol.oidc.OIDCLoginProtocol.buildRedirectUri(");
        }

        /** Its jar is optional: nothing of the pack is missed without it. */
        @Test
        void starts_also_without_the_password_hash() throws IOException {
            assertThat(keycloak.log()).contains("started in").doesNotContain("passwordhash", "Passwords are hashed");
        }

        @Test
        void keeps_it_for_whoever_asks_how_the_pack_is() {
            Answer findings = Answer.send(HttpRequest.newBuilder(
                            server.baseUrl().resolve("/realms/atrium/" + FindingsResourceFactory.ID + "/all"))
                    .build());

            assertThat(findings.body().lines())
                    .singleElement()
                    .asString()
                    .contains("OIDCLoginProtocol.buildRedirectUri");
        }
    }

    private static Path newest() {
        return keycloak.provider("atrium-keycloak-support-" + Build.version() + ".jar");
    }
}
