package dev.atrium.tests.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person types in Keycloak's own flow, where the provider brought no address, no provider vouches for. */
@ExtendWith(AtriumServer.class)
class TypedEmailIT {
    private static final String KEYCLOAK_S = "first broker login";

    @Nested
    class Given_a_provider_of_an_organization {
        private final Hospital hospital =
                Hospital.of("%s.example", settings -> settings.put("firstBrokerLoginFlowAlias", KEYCLOAK_S));

        @AfterEach
        void gone() {
            hospital.close();
        }

        @Test
        void makes_no_account_with_an_address_of_another_organization() {
            String email = "ceo-" + UUID.randomUUID() + "@riverside.example";

            assertThat(types(hospital, email).isCallback()).isFalse();
            assertThat(hospital.accounts(email)).isEmpty();
        }

        @Test
        void makes_none_with_one_of_its_own_domain() {
            String email = hospital.someAddress();

            assertThat(types(hospital, email).text()).contains(Hospital.REFUSED);
            assertThat(hospital.accounts(email)).isEmpty();
        }

        @Test
        void is_linked_to_no_account_that_has_the_address() {
            TestUser doc = hospital.account(hospital.someAddress());

            assertThat(types(hospital, doc.email()).isCallback()).isFalse();
            assertThat(hospital.links(doc)).isEmpty();
        }
    }

    @Nested
    class Given_a_provider_of_no_organization {
        private final Hospital provider =
                Hospital.unlinked(settings -> settings.put("firstBrokerLoginFlowAlias", KEYCLOAK_S));

        @AfterEach
        void gone() {
            provider.close();
        }

        @Test
        void makes_an_account_whose_address_nobody_verified() {
            String email = "new-" + UUID.randomUUID() + "@example.org";

            types(provider, email);

            JsonNode account = provider.accounts(email).path(0);
            assertThat(account.path("email").asText()).isEqualTo(email);
            assertThat(account.path("emailVerified").asBoolean()).isFalse();
        }

        @Test
        void makes_none_with_an_address_of_a_domain_that_signs_in_elsewhere() {
            String email = "new-" + UUID.randomUUID() + "@lakeside.example";

            assertThat(types(provider, email).isCallback()).isFalse();
            assertThat(provider.accounts(email)).isEmpty();
        }
    }

    private static Page types(Hospital hospital, String email) {
        return hospital.signsIn(Identity.somebody())
                .submit(
                        "kc-idp-review-profile-form",
                        Map.of(
                                "email", List.of(email),
                                "username", List.of("name-" + UUID.randomUUID()),
                                "firstName", List.of("Test"),
                                "lastName", List.of("User")),
                        "");
    }
}
