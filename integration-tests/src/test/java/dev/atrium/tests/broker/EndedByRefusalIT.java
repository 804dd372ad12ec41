package dev.atrium.tests.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who was refused goes on with nothing that is posted afterwards. */
@ExtendWith(AtriumServer.class)
class EndedByRefusalIT {
    private final Hospital hospital = Hospital.documented();

    @AfterEach
    void gone() {
        hospital.close();
    }

    @Nested
    class Given_an_address_that_was_refused {
        private final String email = "ceo-" + UUID.randomUUID() + "@riverside.example";
        private final Browser browser = new Browser();
        private URI before;
        private Page refused;

        @BeforeEach
        void refused() {
            hospital.says(Identity.verified(email));
            Page first = App.PLAIN.authorize(browser, "openid");
            before = URI.create(first.html().selectFirst("#kc-form-login").attr("abs:action"));
            refused = first.email(hospital.someAddress());
        }

        @Test
        void the_page_offers_no_other_way() {
            assertThat(refused.text()).contains(Hospital.REFUSED);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.html().select("form")).isEmpty();
        }

        @Test
        void another_way_leads_to_no_account() {
            assertNobodyIsMade(browser.post(before, Map.of("tryAnotherWay", List.of("on"))));
            assertNobodyIsMade(browser.post(firstBrokerLogin(), Map.of("tryAnotherWay", List.of("on"))));
        }

        @Test
        void no_step_of_the_first_sign_in_leads_to_an_account() {
            for (JsonNode step :
                    hospital.admin().read("authentication/flows/Atrium%20first%20broker%20login/executions")) {
                String id = step.path("id").asText();
                assertNobodyIsMade(browser.post(firstBrokerLogin(), Map.of("authenticationExecution", List.of(id))));
            }
        }

        @Test
        void coming_back_from_the_provider_again_leads_to_no_account() {
            assertNobodyIsMade(browser.open(refused.address()));
        }

        @Test
        void an_administrator_finds_out_why() {
            assertThat(hospital.admin().errorEventsOfClient("plain-oidc")).anySatisfy(event -> {
                assertThat(event.path("details").path("identity_provider").asText())
                        .isEqualTo(hospital.alias());
                assertThat(event.path("details").path("reason").asText())
                        .contains("is not allowed to vouch for this e-mail address");
            });
        }

        private URI firstBrokerLogin() {
            return URI.create(before.toString().replace("/authenticate?", "/first-broker-login?"));
        }

        private void assertNobodyIsMade(Page page) {
            assertThat(page.isCallback() && page.callback().containsKey("code")).isFalse();
            assertThat(page.text()).doesNotContain("-display-name", "-help-text");
            assertThat(hospital.accounts(email)).isEmpty();
        }
    }
}
