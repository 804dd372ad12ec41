package dev.atrium.tests.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.Eventually;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The image that the Dockerfile makes, used as people and apps use it. */
@Tag("container")
class ImageIT {
    @RegisterExtension
    static final SingleNode NODE = SingleNode.ofAtrium();

    private static final String SCOPE = "openid fhirUser launch/patient patient/*.rs user/*.rs offline_access";

    private final Browser browser = new Browser();

    @Nested
    class Given_a_person_of_the_imported_realm {
        @Test
        void signs_in_through_every_stage_and_gets_what_the_profile_may_have() {
            Page profiles = App.SMART_APP
                    .authorize(browser, SCOPE)
                    .email("bob@example.org")
                    .password(Admin.PASSWORD);
            assertThat(profiles.profiles()).hasSize(3);
            Page scopes = profiles.choose("patient");
            Tokens tokens = App.SMART_APP.exchange(scopes.allow(scopes.scopes()));

            assertThat(tokens.scopes())
                    .containsExactlyInAnyOrder(
                            "openid", "fhirUser", "launch/patient", "patient/*.rs", "offline_access");
            assertThat(tokens.accessClaims().path("iss").asText())
                    .isEqualTo(App.realm("").toString());
            assertThat(tokens.accessClaims().path("fhirUser").asText())
                    .endsWith("/fhir/riverside/Patient/bob-as-patient");
            assertThat(tokens.answer().text("patient")).isEqualTo("bob-as-patient");
            assertThat(tokens.introspection().path("active").asBoolean()).isTrue();
        }

        @Test
        void gets_the_welcome_mail() {
            assertThat(Eventually.get(
                            () -> NODE.mails().subjects("carol@example.org").stream()
                                    .findFirst(),
                            () -> NODE.log()))
                    .isEqualTo("Welcome to Riverside Clinic");
        }
    }

    @Nested
    class Given_a_container_that_is_started_again {
        @Test
        void everything_is_as_it_was() {
            Page callback = App.PORTAL
                    .authorize(browser, "openid fhirUser user/*.rs")
                    .email("alice@riverside.example")
                    .password(Admin.PASSWORD);
            Tokens before = App.PORTAL.exchange(callback);

            NODE.restart();

            assertThat(App.PORTAL.refresh(before.refreshToken()).scopes()).isEqualTo(before.scopes());
            Page again = App.PORTAL.authorize(browser, "openid fhirUser user/*.rs");
            assertThat(App.PORTAL.exchange(again).scopes()).isEqualTo(before.scopes());
            assertThat(Admin.ofRealm().read("atrium/memberships")).hasSize(7);
        }
    }

    @Nested
    class Given_the_image_itself {
        @Test
        void says_of_its_own_that_it_is_healthy() {
            NODE.awaitHealthy();
        }

        @Test
        void measures_the_outbox() {
            assertThat(NODE.run(
                            "bash",
                            "-c",
                            "exec 3<>/dev/tcp/127.0.0.1/9000; "
                                    + "printf 'GET /metrics HTTP/1.0\\r\\n\\r\\n' >&3; cat <&3"))
                    .contains("atrium_outbox");
        }

        @Test
        void hashes_passwords_with_the_vectors_of_the_processor_where_it_has_them() {
            Eventually.holds(() -> NODE.log().contains("Passwords are hashed "), NODE::log);
            assertThat(NODE.log()).contains("WARNING: Using incubator modules: jdk.incubator.vector");
        }

        @Test
        void leaves_the_vectors_out_where_that_is_asked_for() {
            assertThat(Cli.docker("run", "--rm", Image.NAME, "--version")).contains("jdk.incubator.vector");
            assertThat(Cli.docker("run", "--rm", "--env", "ATRIUM_VECTORS=off", Image.NAME, "--version"))
                    .contains("Keycloak")
                    .doesNotContain("jdk.incubator.vector");
        }

        @Test
        void runs_as_nobody_special() {
            assertThat(NODE.run("id", "-u")).isEqualTo("1000");
        }

        @Test
        void is_built_before_it_starts() {
            assertThat(NODE.log()).contains("started in").doesNotContain("augmentation", "Updating the configuration");
        }

        @Test
        void adds_to_keycloak_what_the_build_made_and_nothing_twice() {
            long added = size(Image.NAME) - size(Image.BASE);
            assertThat(added).isPositive().isLessThan(20_000_000);
            assertThat(jars("/opt/keycloak/providers"))
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(jars("/opt/keycloak/lib"));
        }

        @Test
        void has_no_secret_in_its_history_or_its_environment() {
            String told = Cli.docker("history", "--no-trunc", Image.NAME)
                    + Cli.docker("inspect", "--format", "{{.Config.Env}}", Image.NAME);
            assertThat(told.replaceAll("KC_SPI_PASSWORD_POLICY__[A-Z_]+=|/?password-blacklists", ""))
                    .doesNotContainIgnoringCase("password", "atrium-demo", "secret=");
        }

        @Test
        void has_no_tool_that_builds() {
            for (String tool : List.of("javac", "mvn", "git", "npm")) {
                assertThat(Cli.tryDocker("exec", NODE.id(), "bash", "-c", "command -v " + tool)
                                .exit())
                        .as(tool)
                        .isNotZero();
            }
        }

        private long size(String image) {
            return Long.parseLong(Cli.docker("inspect", "--format", "{{.Size}}", image));
        }

        /** The checksums of all jars in a folder. */
        private List<String> jars(String folder) {
            return Stream.of(NODE.run("bash", "-c", "find " + folder + " -name '*.jar' -exec sha256sum {} +")
                            .split("\n"))
                    .map(line -> line.split(" ")[0])
                    .toList();
        }
    }
}
