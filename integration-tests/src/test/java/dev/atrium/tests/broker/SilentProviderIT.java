package dev.atrium.tests.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.server.AtriumServer;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a provider does not say whether an address is verified, its administrator may vouch for its own domains. */
@ExtendWith(AtriumServer.class)
class SilentProviderIT {
    private static final String KEYCLOAK_S = "first broker login";

    @Nested
    class Given_a_provider_of_an_organization_with_Trust_Email {
        private final Hospital hospital = Hospital.documented();

        @AfterEach
        void gone() {
            hospital.close();
        }

        @Test
        void makes_an_account_whose_address_is_verified() {
            String email = hospital.someAddress();

            assertThat(hospital.signsIn(Identity.with(email)).callback()).containsKey("code");
            assertThat(hospital.accounts(email).path(0).path("emailVerified").asBoolean())
                    .isTrue();
        }

        @Test
        void is_linked_to_the_account_that_an_administrator_made() {
            TestUser account = hospital.account(hospital.someAddress());

            assertThat(hospital.signsIn(Identity.with(account.email())).callback())
                    .containsKey("code");
            assertThat(hospital.links(account)).hasSize(1);
        }

        @Test
        void vouches_for_no_address_of_another_domain() {
            String email = "new-" + UUID.randomUUID() + "@riverside.example";

            assertThat(hospital.signsIn(Identity.with(email)).text()).contains(Hospital.REFUSED);
            assertThat(hospital.accounts(email)).isEmpty();
        }

        @Test
        void vouches_for_none_of_another_domain_in_Keycloak_s_own_flow_either() {
            hospital.set(provider -> provider.put("firstBrokerLoginFlowAlias", KEYCLOAK_S));
            String email = "new-" + UUID.randomUUID() + "@riverside.example";

            assertThat(hospital.signsIn(Identity.verified(email)).text()).contains(Hospital.REFUSED);
            assertThat(hospital.accounts(email)).isEmpty();
        }
    }

    @Nested
    class Given_a_provider_of_an_organization_without_Trust_Email {
        private final Hospital hospital = Hospital.of("%s.example", provider -> provider.put("trustEmail", false));

        @AfterEach
        void gone() {
            hospital.close();
        }

        @Test
        void makes_no_account() {
            String email = hospital.someAddress();

            assertThat(hospital.signsIn(Identity.with(email)).text()).contains(Hospital.REFUSED);
            assertThat(hospital.accounts(email)).isEmpty();
        }
    }

    @Nested
    class Given_a_provider_of_no_organization_with_Trust_Email {
        private final Hospital provider = Hospital.unlinked(settings -> {});
        private final String email = "person-" + UUID.randomUUID() + "@example.org";

        @AfterEach
        void gone() {
            provider.close();
        }

        @Test
        void makes_an_account_whose_address_nobody_verified() {
            assertThat(provider.signsIn(Identity.with(email)).callback()).containsKey("code");
            assertThat(isVerified()).isFalse();
        }

        @Test
        void is_believed_what_it_says_itself() {
            assertThat(provider.signsIn(Identity.verified(email)).callback()).containsKey("code");
            assertThat(isVerified()).isTrue();
        }

        @Test
        void is_not_believed_by_the_other_document() {
            provider.signsIn(Identity.with(email)
                    .inIdToken(claims -> claims.put("email_verified", true).remove("email")));

            assertThat(isVerified()).isFalse();
        }

        @Test
        void is_refused_when_it_says_that_the_address_is_not_verified() {
            Identity identity = Identity.with(email).both(claims -> claims.put("email_verified", false));

            assertThat(provider.signsIn(identity).text()).contains(Hospital.REFUSED);
        }

        private boolean isVerified() {
            return provider.accounts(email).path(0).path("emailVerified").asBoolean();
        }
    }
}
