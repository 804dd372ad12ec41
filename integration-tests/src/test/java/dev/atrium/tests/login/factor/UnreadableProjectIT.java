package dev.atrium.tests.login.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a project asks of sign-ins is imported unchecked; what cannot be read lets nobody in. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnreadableProjectIT {
    private static final String USER = "person-" + UUID.randomUUID();

    private TestRealm realm;

    @BeforeAll
    void imported() throws IOException {
        JsonNode file = Admin.JSON.readTree(
                Checkout.build().realmExport().resolve("atrium-realm.json").toFile());
        file.path("organizations").forEach(organization -> {
            ObjectNode attributes = ((ObjectNode) organization).withObject("/attributes");
            attributes.putArray(StrictProject.MFA).add("perhaps");
        });
        realm = TestRealm.imported(file);
        realm.policy("reader", "user/*.rs");
        realm.user(USER);
        realm.membership(TestRealm.membershipBody("riverside", USER, "Practitioner/1", "reader"));
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_value_that_is_neither_true_nor_false {
        private Page page;

        @BeforeEach
        void signIn() {
            String request =
                    AtriumServer.baseUrl().resolve("/realms/" + realm.name() + "/protocol/openid-connect/auth?")
                            + App.query(App.SMART_APP.request("openid user/*.rs"));
            page = new Browser()
                    .open(URI.create(request))
                    .email(USER + "@example.org")
                    .password(Admin.PASSWORD);
        }

        @Test
        void lets_nobody_in_and_says_whom_to_ask() {
            assertThat(page.title()).isEqualTo("You cannot go on at the moment");
            assertThat(page.back().callback()).containsEntry("error", "server_error");
        }

        @Test
        void leaves_an_event_that_says_what_to_correct() {
            JsonNode event = realm.admin().read("events?type=LOGIN_ERROR").path(0);

            assertThat(event.path("details").path("reason").asText())
                    .startsWith("The attribute atrium.mfa-required must be true or false: it is 'perhaps'");
        }
    }
}
