package dev.atrium.tests.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an identity provider may not bring the first time, it may not bring later either. */
@ExtendWith(AtriumServer.class)
class LaterSignInIT {
    private final Hospital hospital =
            Hospital.of("%s.example", provider -> ((ObjectNode) provider.path("config")).put("syncMode", "FORCE"));
    private final Identity identity = Identity.verified(hospital.someAddress());
    private final TestUser person =
            hospital.account(identity.idToken().path("email").asText());

    @BeforeEach
    void first_sign_in() {
        assertThat(hospital.signsIn(identity).callback()).containsKey("code");
    }

    @AfterEach
    void gone() {
        hospital.close();
    }

    @Nested
    class Given_a_provider_that_is_in_sync_with_the_accounts {
        @Test
        void brings_a_new_address_that_it_verified() {
            String married = hospital.someAddress();

            assertThat(again(married).callback()).containsKey("code");
            assertEmail(married);
        }

        @Test
        void brings_no_address_of_another_organization() {
            assertThat(again("ceo-" + UUID.randomUUID() + "@riverside.example").text())
                    .contains(Hospital.REFUSED);
            assertEmail(person.email());
        }

        @Test
        void brings_no_address_of_nobody_s_domain() {
            assertThat(again("me-" + UUID.randomUUID() + "@example.org").text()).contains(Hospital.REFUSED);
            assertEmail(person.email());
        }

        @Test
        void brings_none_that_it_did_not_verify() {
            String other = hospital.someAddress();
            identity.both(claims -> claims.put("email", other).put("email_verified", false));

            assertThat(hospital.signsIn(identity).text()).contains(Hospital.REFUSED);
            assertEmail(person.email());
        }

        @Test
        void brings_none_when_its_documents_name_two() {
            identity.inUserinfo(claims -> claims.put("email", hospital.someAddress()));

            assertThat(hospital.signsIn(identity).text()).contains(Hospital.REFUSED);
            assertEmail(person.email());
        }

        @Test
        void leaves_the_account_its_own_address_when_another_account_has_the_new_one() {
            TestUser other = hospital.account(hospital.someAddress());

            assertThat(again(other.email()).callback()).containsKey("code");
            assertEmail(person.email());
        }

        @Test
        void leaves_it_its_own_when_a_mapper_writes_another() {
            String other = hospital.someAddress();
            hospital.mapper("oidc-user-attribute-idp-mapper", Map.of("claim", "work", "user.attribute", "email"));
            identity.both(claims -> claims.put("work", other));

            assertThat(hospital.signsIn(identity).isCallback()).isFalse();
            assertEmail(person.email());
        }

        @Test
        void leaves_it_its_own_when_a_mapper_writes_that_of_somebody() {
            TestUser other = hospital.account(hospital.someAddress());
            hospital.mapper("oidc-user-attribute-idp-mapper", Map.of("claim", "work", "user.attribute", "email"));
            identity.both(claims -> claims.remove(List.of("email", "email_verified")))
                    .both(claims -> claims.put("work", other.email()));

            assertThat(hospital.signsIn(identity).callback()).containsKey("code");
            assertEmail(person.email());
        }

        @Test
        void leaves_it_its_own_when_an_attribute_is_hardcoded() {
            hospital.mapper(
                    "hardcoded-attribute-idp-mapper",
                    Map.of("attribute", "email", "attribute.value", "ceo@riverside.example"));

            assertThat(hospital.signsIn(identity).isCallback()).isFalse();
            assertEmail(person.email());
        }
    }

    @Nested
    class Given_a_mapper_that_is_in_sync_though_the_provider_is_not {
        @BeforeEach
        void imports() {
            hospital.set(provider -> ((ObjectNode) provider.path("config")).put("syncMode", "IMPORT"));
            hospital.mapper(
                    "oidc-user-attribute-idp-mapper",
                    Map.of("claim", "email", "user.attribute", "email", "syncMode", "FORCE"));
        }

        @Test
        void brings_a_new_address_that_the_provider_verified() {
            String married = hospital.someAddress();

            assertThat(again(married).callback()).containsKey("code");
            assertEmail(married);
        }

        @Test
        void brings_none_of_another_organization() {
            assertThat(again("ceo@riverside.example").text()).contains(Hospital.REFUSED);
            assertEmail(person.email());
        }
    }

    private Page again(String email) {
        return hospital.signsIn(identity.both(claims -> claims.put("email", email)));
    }

    private void assertEmail(String email) {
        assertThat(hospital.account(person).path("email").asText()).isEqualTo(email);
        assertThat(hospital.account(person).path("emailVerified").asBoolean()).isTrue();
    }
}
