package dev.atrium.tests.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.server.AtriumServer;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** SAML knows nothing of verified addresses: the administrator vouches for the organization's own domain. */
@ExtendWith(AtriumServer.class)
class SamlProviderIT {
    private final Admin admin = Admin.ofRealm();
    private final SamlProvider provider = new SamlProvider();

    @AfterEach
    void gone() {
        provider.close();
    }

    @Nested
    class Given_an_address_of_the_organization_s_domain {
        private final String email = "sam-" + UUID.randomUUID() + "@" + provider.domain();

        @Test
        void gets_an_account_whose_address_is_verified() {
            assertThat(provider.signsIn(email).callback()).containsKey("code");
            assertThat(accounts(email).path(0).path("emailVerified").asBoolean())
                    .isTrue();
        }

        @Test
        void is_linked_to_the_account_that_an_administrator_made() {
            TestUser account = admin.user(email, user -> user.remove("credentials"));

            assertThat(provider.signsIn(email).callback()).containsKey("code");
            assertThat(admin.read("users/" + account.id() + "/federated-identity"))
                    .hasSize(1);
        }
    }

    @Nested
    class Given_an_address_of_another_domain {
        @Test
        void gets_no_account() {
            String email = "ceo-" + UUID.randomUUID() + "@riverside.example";

            assertThat(provider.signsIn(email).text()).contains(Hospital.REFUSED);
            assertThat(accounts(email)).isEmpty();
        }
    }

    private JsonNode accounts(String email) {
        return admin.read("users?exact=true&email=" + email);
    }
}
