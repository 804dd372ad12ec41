package dev.atrium.tests.login.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.OneTimeCode;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** One request brings Atrium into a realm that was made by hand, and another one takes it back. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class RealmSetupIT {
    private static final String FHIR = "https://fhir.clinic.example/r4";
    private static final String SMART_APP = "my-smart-app";
    private static final String ORDER = """
            {
              "scopes": ["patient/*.rs", "user/*.rs", "user/Observation.cruds"],
              "project": { "alias": "clinic", "name": "The Clinic", "fhirBaseUrl": "%s" },
              "client": { "clientId": "%s", "redirectUris": ["http://localhost:8091/callback"] },
              "member": { "user": "nurse", "profile": "Practitioner/nurse" }
            }
            """.formatted(FHIR, SMART_APP);

    private HandmadeRealm realm;
    private JsonNode before;
    private JsonNode planned;
    private JsonNode afterDryRun;
    private JsonNode done;
    private JsonNode again;

    @BeforeAll
    void a_realm_made_by_hand_and_set_up_twice() {
        realm = HandmadeRealm.create();
        before = realm.export();
        planned = realm.setUp(ORDER, "?dryRun=true").json();
        afterDryRun = realm.export();
        done = realm.setUp(ORDER);
        again = realm.setUp(ORDER);
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_dry_run {
        @Test
        void says_what_it_would_do() {
            assertThat(HandmadeRealm.texts(planned, "changes"))
                    .contains(
                            "Would switch on organizations in the realm.",
                            "Would bind the flow 'Atrium browser' as browser flow, in the place of 'browser'.",
                            "Would add the client scope 'fhirUser'.",
                            "Would add the required action 'Atrium identity provider of the domain', before all others.",
                            "Would add the project 'clinic' with the FHIR server " + FHIR + ".");
            assertThat(planned.path("dryRun").asBoolean()).isTrue();
        }

        @Test
        void changes_nothing() {
            assertThat(afterDryRun).isEqualTo(before);
        }
    }

    @Nested
    class Given_a_setup {
        @Test
        void says_what_it_did_in_the_same_words() {
            assertThat(HandmadeRealm.texts(done, "changes"))
                    .isEqualTo(HandmadeRealm.texts(planned, "changes").stream()
                            .map(RealmSetupIT::past)
                            .toList());
        }

        @Test
        void signs_people_in_by_user_name_and_password() {
            assertThat(realm.signIn(App.PLAIN.clientId(), "openid", "nurse").callback())
                    .containsKey("code");
        }

        @Test
        void asks_who_has_an_authenticator_app_for_its_code() {
            Page again = code(realm.signIn(App.PLAIN.clientId(), "openid", "olga"), "000000");

            assertThat(again.isCallback()).isFalse();
            assertThat(code(again, OneTimeCode.of(HandmadeRealm.SECRET)).callback())
                    .containsKey("code");
        }

        @Test
        void signs_people_in_at_the_provider_that_they_had() {
            realm.provider().says(Identity.verified("kim@example.net"));

            Page callback = realm.open(App.PLAIN.clientId(), "openid", Map.of("kc_idp_hint", HandmadeRealm.PROVIDER));

            assertThat(callback.callback()).containsKey("code");
        }

        @Test
        void gives_the_first_member_FHIR_access_within_the_policy() {
            Page consent = realm.signIn(SMART_APP, "openid fhirUser user/*.rs user/Observation.cruds", "nurse");

            Tokens tokens = realm.exchange(SMART_APP, consent.allow());

            assertThat(tokens.scopes()).isEqualTo(Set.of("openid", "fhirUser", "user/*.rs", "user/Observation.rs"));
            assertThat(tokens.accessClaims().path("fhirUser").asText()).isEqualTo(FHIR + "/Practitioner/nurse");
        }
    }

    @Nested
    class Given_a_second_setup {
        @Test
        void says_that_there_is_nothing_to_do() {
            assertThat(HandmadeRealm.texts(again, "changes"))
                    .containsExactly("There is nothing to do: the realm is set up.");
        }
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class Given_a_setup_that_is_undone {
        private HandmadeRealm other;
        private JsonNode export;
        private JsonNode undone;

        @BeforeAll
        void set_up_and_undone() {
            other = HandmadeRealm.create();
            export = other.export();
            other.setUp(ORDER);
            assertThat(other.export()).isNotEqualTo(export);
            undone = other.undo();
        }

        @AfterAll
        void gone() {
            other.close();
        }

        @Test
        void leaves_the_realm_as_it_was() {
            assertThat(undone.path("left")).isEmpty();
            assertThat(other.export()).isEqualTo(export);
            assertThat(other.admin().read("atrium/policies")).isEmpty();
        }

        @Test
        void signs_people_in_as_before() {
            Page otp = other.signIn(App.PLAIN.clientId(), "openid", "olga");

            assertThat(code(otp, OneTimeCode.of(HandmadeRealm.SECRET)).callback())
                    .containsKey("code");
        }

        @Test
        void cannot_be_undone_twice() {
            assertThat(other.admin().delete("atrium/setup").status()).isEqualTo(404);
        }
    }

    private static Page code(Page otp, String code) {
        return otp.submit("kc-otp-login-form", Map.of("otp", List.of(code)), "login");
    }

    private static String past(String would) {
        return would.replace("Would add", "Added")
                .replace("Would bind", "Bound")
                .replace("Would set", "Set")
                .replace("Would switch on", "Switched on");
    }
}
