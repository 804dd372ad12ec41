package dev.atrium.tests.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installing is: unzip, {@code kc.sh build}, start. */
class PlainDistributionIT {
    @TempDir
    static Path directory;

    private static InstalledKeycloak keycloak;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        keycloak = InstalledKeycloak.in(directory);
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @Nested
    class Given_a_plain_distribution_with_the_archive_unzipped_in_it {
        private final Browser browser = new Browser();

        @Test
        void a_person_chooses_a_profile_and_the_app_gets_its_tokens() {
            Page profiles = App.PORTAL
                    .authorize(browser, "openid fhirUser user/*.cruds")
                    .email("bob@example.org")
                    .password("atrium-demo-only");

            Tokens tokens = App.PORTAL.exchange(profiles.choose("lakeside"));

            assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "fhirUser", "user/*.rs");
            assertThat(tokens.accessClaims().path("fhirUser").asText()).contains("/fhir/lakeside/Practitioner/");
        }

        @Test
        void the_pages_are_in_its_theme() {
            Page first = App.PORTAL.authorize(browser, "openid");

            assertThat(first.html().select(".atrium-hint")).isNotEmpty();
        }
    }
}
