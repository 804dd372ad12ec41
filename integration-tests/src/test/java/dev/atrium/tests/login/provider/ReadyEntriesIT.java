package dev.atrium.tests.login.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The entries of {@code realm-export/providers/} say all that matters, and stay out of sight until they are filled in. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReadyEntriesIT {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\b[A-Z]{2,}(-[A-Z]{2,})+\\b");

    private AtriumRealm realm;

    @BeforeAll
    void a_realm() {
        realm = AtriumRealm.create();
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"entra", "google", "okta", "saml"})
    void are_imported_as_they_are_and_offered_to_nobody_yet(String name) {
        ReadyEntry entry = ReadyEntry.of(name);

        int added = realm.imports(entry);

        assertThat(added).isEqualTo(1 + entry.mappers().size());
        JsonNode imported = realm.provider(name);
        assertThat(imported.path("enabled").asBoolean()).isFalse();
        entry.config().remove("clientSecret"); // which Keycloak does not show
        entry.config()
                .properties()
                .forEach(setting -> assertThat(imported.path("config").path(setting.getKey()))
                        .as(setting.getKey())
                        .isEqualTo(setting.getValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"entra", "google", "okta", "saml"})
    void go_through_the_stages_and_have_every_signature_checked(String name) {
        JsonNode provider = ReadyEntry.of(name).provider();

        assertThat(provider.path("firstBrokerLoginFlowAlias").asText()).isEqualTo("Atrium first broker login");
        assertThat(provider.path("postBrokerLoginFlowAlias").asText()).isEqualTo("Atrium post broker");
        assertThat(provider.path("trustEmail").asBoolean()).isTrue();
        assertThat(provider.path("storeToken").asBoolean()).isFalse();
        assertThat(provider.at("/config/validateSignature").asText()).isEqualTo("true");
        assertThat(provider.at("/config/syncMode").asText()).isEqualTo("FORCE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"entra", "google", "okta"})
    void of_OpenID_providers_use_PKCE_and_ask_for_the_address(String name) {
        JsonNode config = ReadyEntry.of(name).config();

        assertThat(config.path("pkceEnabled").asText()).isEqualTo("true");
        assertThat(config.path("pkceMethod").asText()).isEqualTo("S256");
        assertThat(config.path("defaultScope").asText()).isEqualTo("openid profile email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"entra", "okta"})
    void of_OpenID_providers_believe_one_issuer(String name) {
        JsonNode config = ReadyEntry.of(name).config();

        assertThat(config.path("issuer").asText())
                .startsWith("https://")
                .containsPattern(PLACEHOLDER)
                .doesNotContain("common", "organizations");
        assertThat(config.path("useJwksUrl").asText()).isEqualTo("true");
        assertThat(config.path("jwksUrl").asText()).startsWith("https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"entra", "google", "okta", "saml"})
    void have_placeholders_that_their_page_explains(String name) {
        String page = page(name);

        Set<String> placeholders = PLACEHOLDER
                .matcher(ReadyEntry.of(name).config().toString().replaceAll("\"(RSA_SHA256|S256|IMPORT|FORCE)\"", ""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());

        assertThat(placeholders).isNotEmpty().allSatisfy(one -> assertThat(page).contains("`" + one + "`"));
    }

    private static String page(String name) {
        try {
            return Files.readString(Checkout.file("docs/providers/" + name + ".md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
