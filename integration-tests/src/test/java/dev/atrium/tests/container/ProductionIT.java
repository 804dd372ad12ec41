package dev.atrium.tests.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.AccessToken;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.docs.Example;
import dev.atrium.tests.server.Http;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that others use, with HTTPS by Keycloak itself. */
@Tag("container")
class ProductionIT {
    @RegisterExtension
    static final Production SERVER = new Production();

    @Nested
    class Given_a_person {
        @Test
        void signs_in_through_every_stage_with_tokens_of_that_address() {
            Page scopes = App.SMART_APP
                    .authorize(new Browser(), "openid fhirUser launch/patient patient/*.rs user/*.rs")
                    .email("bob@example.org")
                    .password(Admin.PASSWORD)
                    .choose("patient");
            assertThat(scopes.address()).hasScheme("https");
            Tokens tokens = App.SMART_APP.exchange(scopes.allow(scopes.scopes()));

            assertThat(tokens.scopes()).contains("patient/*.rs");
            assertThat(tokens.accessClaims().path("iss").asText()).isEqualTo(Production.ADDRESS + "/realms/atrium");
        }

        @Test
        void gets_cookies_that_never_travel_without_encryption() {
            HttpResponse<String> answer =
                    Http.send(HttpRequest.newBuilder(App.SMART_APP.authorizationUrl("openid", Map.of()))
                            .build());

            assertThat(answer.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("Secure"));
        }
    }

    @Nested
    class Given_somebody_in_the_network {
        @Test
        void reaches_nothing_but_the_port_with_encryption() {
            assertThat(SERVER.compose().run("ps", "--format", "{{.Ports}}"))
                    .contains("127.0.0.1:8443->8443/tcp")
                    .doesNotContain("->8080/tcp", "->9000/tcp", "->5432/tcp");
        }
    }

    @Nested
    class Given_a_proxy_before_it {
        @Test
        void the_command_of_the_docs_believes_that_proxy_alone() {
            assertThat(SERVER.behindAProxy().readAsShown(Example.of("container.md", "sh https by a proxy")))
                    .contains("KC_PROXY_HEADERS: xforwarded", "KC_PROXY_TRUSTED_ADDRESSES: 172.30.80.1");
        }
    }

    @Nested
    class Given_an_upgrade {
        @Test
        void backs_up_and_starts_again_by_the_commands_of_the_docs() {
            String backup = SERVER.compose().runAsShown(ofTheSameFiles("sh back up"));
            SERVER.compose().runAsShown(ofTheSameFiles("sh upgrade"));
            SERVER.compose().awaitHealthy("keycloak");

            assertThat(backup).contains("CREATE TABLE public.atrium_membership", "PostgreSQL database dump complete");
        }

        /** The page has it with a proxy, which this server has none of. */
        private static String ofTheSameFiles(String words) {
            return Example.of("container.md", words)
                    .stripIndent()
                    .replace("compose.proxy.yaml", "compose.tls.yaml")
                    .replace(" > keycloak.sql", "");
        }
    }

    @Nested
    class Given_an_admin_who_lost_the_password {
        @Test
        void is_let_in_again_by_the_command_of_the_docs() {
            SERVER.compose().runAsShown(Example.of("container.md", "sh a new admin"));

            assertThat(AdminRest.as(AccessToken.ofAdmin("master", "rescue", "change-me-at-once"), "atrium")
                            .read("users/count")
                            .asInt())
                    .isPositive();
        }
    }
}
