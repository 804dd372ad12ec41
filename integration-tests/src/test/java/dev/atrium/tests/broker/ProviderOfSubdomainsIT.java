package dev.atrium.tests.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider may be set to a domain and all below it, as {@code *.hospital.example}. */
@ExtendWith(AtriumServer.class)
class ProviderOfSubdomainsIT {
    private final Hospital hospital = Hospital.of("*.%s.example", provider -> {});

    @AfterEach
    void gone() {
        hospital.close();
    }

    @Nested
    class Given_an_address_of_the_domain_or_of_one_below_it {
        @ParameterizedTest
        @ValueSource(strings = {"", "lab.", "x.lab.", "LAB."})
        void is_sent_to_the_provider(String below) {
            String email = address(below);
            hospital.says(Identity.verified(email));

            assertThat(App.PLAIN.authorize(new Browser(), "openid").email(email).callback())
                    .containsKey("code");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "lab."})
        void signs_in_with_no_password(String below) {
            TestUser person = hospital.admin().user(address(below), user -> user.put("username", username()));

            Page page = App.PLAIN
                    .authorize(new Browser(), "openid")
                    .email(hospital.account(person).path("username").asText())
                    .password(Admin.PASSWORD);

            assertThat(page.title()).isEqualTo("You sign in through your organization");
        }

        @Test
        void is_linked_when_the_provider_verified_it() {
            TestUser person = hospital.account(address("lab."));

            hospital.signsIn(Identity.verified(person.email()));

            assertThat(hospital.links(person)).hasSize(1);
        }
    }

    @Nested
    class Given_an_address_of_a_domain_that_only_ends_alike {
        @Test
        void is_not_the_provider_s() {
            String email = "person@up" + hospital.domain();

            assertThat(hospital.signsIn(Identity.verified(email)).text()).contains(Hospital.REFUSED);
        }
    }

    @Nested
    class Given_a_domain_that_the_provider_is_set_not_to_be_for {
        @Test
        void is_asked_for_the_password() {
            hospital.set(provider ->
                    ((ObjectNode) provider.path("config")).put("kc.org.excluded.domains", "lab." + hospital.domain()));

            Page page = App.PLAIN.authorize(new Browser(), "openid").email(address("lab."));

            assertThat(page.html().select("input[name=password]")).isNotEmpty();
            assertThat(hospital.signsIn(Identity.verified(address("lab."))).text())
                    .contains(Hospital.REFUSED);
        }
    }

    private String address(String below) {
        return "person-" + UUID.randomUUID() + "@" + below + hospital.domain();
    }

    private static String username() {
        return "user-" + UUID.randomUUID() + "@example.org";
    }
}
