package dev.atrium.tests.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address is verified only by the document it stands in. */
@ExtendWith(AtriumServer.class)
class BroughtEmailIT {
    private final Hospital hospital = Hospital.documented();

    @AfterEach
    void gone() {
        hospital.close();
    }

    @Nested
    class Given_an_account_with_an_address_of_the_provider_s_domain {
        private final TestUser doc = hospital.account(hospital.someAddress());
        private final Identity mallory = Identity.verified(hospital.someAddress());

        @Test
        void is_linked_to_whom_the_provider_verified_the_address_of() {
            assertThat(hospital.signsIn(Identity.verified(doc.email())).callback())
                    .containsKey("code");
            assertThat(hospital.links(doc)).hasSize(1);
        }

        @Test
        void is_linked_whatever_capital_letters_the_documents_have() {
            Identity shouted = Identity.verified(doc.email())
                    .inIdToken(claims -> claims.put("email", doc.email().toUpperCase(Locale.ROOT)));

            assertThat(hospital.signsIn(shouted).callback()).containsKey("code");
            assertThat(hospital.links(doc)).hasSize(1);
        }

        @Test
        void is_linked_when_userinfo_alone_speaks_of_the_address() {
            Identity identity = Identity.somebody()
                    .inUserinfo(claims -> claims.put("email", doc.email()).put("email_verified", true));

            assertThat(hospital.signsIn(identity).callback()).containsKey("code");
            assertThat(hospital.links(doc)).hasSize(1);
        }

        @Test
        void is_not_linked_to_somebody_else_whose_userinfo_names_it() {
            assertRefused(mallory.inUserinfo(
                    claims -> claims.put("email", doc.email()).remove("email_verified")));
        }

        @Test
        void is_not_linked_to_somebody_else_whose_userinfo_has_it_verified() {
            assertRefused(mallory.inUserinfo(claims -> claims.put("email", doc.email())));
        }

        @Test
        void is_not_linked_when_userinfo_says_that_the_address_is_not_verified() {
            assertRefused(Identity.verified(doc.email()).inUserinfo(claims -> claims.put("email_verified", false)));
        }

        @Test
        void is_not_linked_when_the_ID_token_says_that_the_address_is_not_verified() {
            assertRefused(Identity.verified(doc.email()).inIdToken(claims -> claims.put("email_verified", false)));
        }

        @Test
        void is_not_linked_by_a_flag_that_stands_without_an_address() {
            assertRefused(Identity.verified(doc.email())
                    .inIdToken(claims -> claims.remove("email"))
                    .inUserinfo(claims -> claims.put("email_verified", false)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"false", "no", "0", ""})
        void is_not_linked_by_a_flag_that_is_not_true(String flag) {
            assertRefused(Identity.with(doc.email()).both(claims -> claims.put("email_verified", flag)));
        }

        @Test
        void is_linked_by_a_flag_that_is_written_as_a_word() {
            Identity identity = Identity.with(doc.email()).both(claims -> claims.put("email_verified", "true"));

            assertThat(hospital.signsIn(identity).callback()).containsKey("code");
        }

        /** The sign for kelvin is a K that becomes a k of ASCII in lower case. */
        @Test
        void is_not_linked_to_an_address_that_only_looks_the_same() {
            TestUser mike = hospital.account("mike-" + hospital.someAddress());

            Page page = hospital.signsIn(Identity.verified(mike.email().replaceFirst("k", "\u212A")));

            assertThat(page.text()).contains(Hospital.REFUSED);
            assertThat(hospital.links(mike)).isEmpty();
        }

        private void assertRefused(Identity identity) {
            Page page = hospital.signsIn(identity);

            assertThat(page.text()).contains(Hospital.REFUSED);
            assertThat(page.status()).isEqualTo(403);
            assertThat(hospital.links(doc)).isEmpty();
        }
    }

    @Nested
    class Given_an_address_that_nobody_has {
        private final String email = hospital.someAddress();

        @Test
        void makes_no_account_for_whom_another_was_verified() {
            assertNobodyIsMade(Identity.verified(hospital.someAddress())
                    .inUserinfo(claims -> claims.put("email", email).remove("email_verified")));
        }

        @Test
        void makes_none_for_whom_it_is_not_verified() {
            assertNobodyIsMade(Identity.with(email).both(claims -> claims.put("email_verified", false)));
        }

        @Test
        void makes_none_by_a_hardcoded_attribute() {
            hospital.mapper("hardcoded-attribute-idp-mapper", Map.of("attribute", "email", "attribute.value", email));

            assertNobodyIsMade(Identity.verified(hospital.someAddress()));
        }

        @Test
        void makes_none_by_an_imported_claim() {
            hospital.mapper("oidc-user-attribute-idp-mapper", Map.of("claim", "work", "user.attribute", "email"));

            assertNobodyIsMade(Identity.verified(hospital.someAddress()).both(claims -> claims.put("work", email)));
        }

        private void assertNobodyIsMade(Identity identity) {
            assertThat(hospital.signsIn(identity).text()).contains(Hospital.REFUSED);
            assertThat(hospital.accounts(email)).isEmpty();
        }
    }

    @Nested
    class Given_an_address_with_two_at_signs {
        @Test
        void is_of_no_domain() {
            Page page = hospital.signsIn(Identity.verified("ceo@riverside.example@" + hospital.domain()));

            assertThat(page.isCallback()).isFalse();
        }
    }
}
