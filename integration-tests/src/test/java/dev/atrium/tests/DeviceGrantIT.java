package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestPolicy;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The device grant (RFC 8628): the person signs in on another device than the one that gets the tokens. */
@ExtendWith(AtriumServer.class)
class DeviceGrantIT {
    private static final App APP = App.SMART_APP;

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);

    @Nested
    class Given_a_person_with_a_profile {
        private String membership;

        @BeforeEach
        void of_a_clinician() {
            membership = user.joins("riverside", "Practitioner/elsewhere", "clinician");
        }

        @Test
        void is_asked_what_the_device_may_do() {
            Page scopes = verify(APP.device("openid fhirUser user/*.rs offline_access"));

            assertThat(scopes.scopes()).containsExactlyInAnyOrder("fhirUser", "user/*.rs", "offline_access");
        }

        @Test
        void gives_the_device_a_token_of_the_profile() {
            Answer device = APP.device("openid fhirUser user/Observation.rs offline_access");

            confirm(verify(device).allow());

            Tokens tokens = APP.poll(device);
            assertThat(tokens.scopes())
                    .isEqualTo(Set.of("openid", "fhirUser", "user/Observation.rs", "offline_access"));
            assertThat(tokens.accessClaims().path("membership").asText()).isEqualTo(membership);
            assertThat(tokens.accessClaims().path("fhirUser").asText())
                    .isEqualTo("http://localhost:8090/fhir/riverside/Practitioner/elsewhere");
        }

        @Test
        void gives_the_device_what_was_ticked_and_no_more() {
            Answer device = APP.device("openid fhirUser user/Observation.rs user/Condition.rs");

            confirm(verify(device).allow(List.of("user/Observation.rs")));

            assertThat(APP.poll(device).scopes()).isEqualTo(Set.of("openid", "user/Observation.rs"));
        }

        @Test
        void gives_no_refresh_token_when_offline_access_was_unticked() {
            Answer device = APP.device("openid user/*.rs offline_access");

            confirm(verify(device).allow(List.of("user/*.rs")));

            Tokens tokens = APP.poll(device);
            assertThat(tokens.scopes()).isEqualTo(Set.of("openid", "user/*.rs"));
            assertThat(tokens.hasRefreshToken()).isFalse();
        }

        @Test
        void lets_the_device_refresh_what_was_granted() {
            Answer device = APP.device("openid user/*.rs offline_access");
            confirm(verify(device).allow());
            Tokens first = APP.poll(device);

            Tokens second = APP.refresh(first.refreshToken(), "openid user/*.r");

            assertThat(second.scopes()).isEqualTo(Set.of("openid", "user/*.r"));
            assertThat(second.accessClaims().path("membership").asText()).isEqualTo(membership);
        }

        @Test
        void gives_the_device_nothing_when_the_membership_has_ended_meanwhile() {
            Answer device = APP.device("openid fhirUser user/*.rs");
            confirm(verify(device).allow());
            user.leaves(membership);

            assertThat(APP.poll(device).error()).isEqualTo("invalid_grant");
        }

        @Test
        void tells_the_device_when_the_person_denies() {
            Answer device = APP.device("openid user/*.rs");

            verify(device).deny();

            Tokens refused = APP.poll(device);
            assertThat(refused.error()).isEqualTo("access_denied");
            assertThat(refused.errorDescription()).isEqualTo("The user did not agree to the requested access.");
        }

        @Test
        void gives_nothing_before_the_person_has_signed_in() {
            assertThat(APP.poll(APP.device("openid user/*.rs")).error()).isEqualTo("authorization_pending");
        }
    }

    @Nested
    class Given_a_person_with_several_profiles {
        @Test
        void gives_the_device_a_token_of_the_chosen_one() {
            user.joins("riverside", "Practitioner/one", "clinician");
            user.joins("lakeside", "Practitioner/two", "reader");
            App app = TestClient.of(admin, "user/*.cruds")
                    .with("oauth2.device.authorization.grant.enabled", "true")
                    .app();
            Answer device = app.device("openid user/*.cruds");

            confirm(verify(device).choose("lakeside"));

            Tokens tokens = app.poll(device);
            assertThat(tokens.scopes()).isEqualTo(Set.of("openid", "user/*.rs"));
            assertThat(tokens.accessClaims().path("project").asText()).isEqualTo("lakeside");
        }
    }

    @Nested
    class Given_a_person_without_a_profile {
        @Test
        void gives_the_device_nothing() {
            Answer device = APP.device("openid user/*.rs");

            verify(device).back();

            Tokens refused = APP.poll(device);
            assertThat(refused.error()).isEqualTo("access_denied");
            assertThat(refused.errorDescription()).isEqualTo("The user has no active profile here.");
        }

        @Test
        void tells_another_app_nothing_of_it() {
            Answer device = APP.device("openid user/*.rs");
            verify(device).back();

            assertThat(App.PORTAL.poll(device).errorDescription()).doesNotContain("profile");
        }
    }

    @Nested
    class Given_a_device_that_asks_for_too_much {
        @ParameterizedTest
        @ValueSource(strings = {"user/Foo.rs", "system/*.rs", "user/Observation.sr"})
        void is_refused_by_name(String scope) {
            Answer refused = APP.device("openid user/*.rs " + scope);

            assertThat(refused.text("error")).isEqualTo("invalid_scope");
            assertThat(refused.text("error_description")).isEqualTo("The client may not request " + scope);
        }

        @Test
        void is_refused_a_membership_it_names_itself() {
            Answer refused = APP.device("openid atrium.membership/" + UUID.randomUUID());

            assertThat(refused.text("error")).isEqualTo("invalid_scope");
        }

        @Test
        void is_refused_a_scope_parameter_that_is_too_long() {
            assertThat(APP.device("user/*.rs ".repeat(401)).text("error")).isEqualTo("invalid_scope");
        }
    }

    /** RFC 8628, section 5.4: the person sees whom they let in, and to what, however they came to the page. */
    @Nested
    class Given_a_person_at_the_page_that_decides {
        private final App silent = TestClient.of(admin, "user/*.cruds")
                .with("oauth2.device.authorization.grant.enabled", "true")
                .app();

        @BeforeEach
        void of_a_reader() {
            user.joins("lakeside", "Practitioner/decides", "reader", "Night shift");
        }

        @Test
        void sees_app_code_role_and_what_the_device_gets_where_the_app_asks_for_no_consent() {
            Answer device = silent.device("openid user/Observation.cruds");

            Page question = verify(device);

            assertThat(question.title()).isEqualTo("Connect " + silent.clientId() + " on another device");
            assertThat(question.text())
                    .contains(device.text("user_code"), "Lakeside Hospital", "Night shift")
                    .contains("Measurements and test results view");
            confirm(question);
            assertThat(silent.poll(device).scopes()).isEqualTo(Set.of("openid", "user/Observation.rs"));
        }

        @Test
        void sees_whose_record_it_is_and_who_makes_the_app() {
            TestUser patient = admin.user("example.org");
            patient.joins(
                    "riverside",
                    "Patient/decides",
                    TestPolicy.of(admin, "patient/*.rs").name());
            App app = TestClient.of(admin, "launch/patient", "patient/*.cruds")
                    .with("oauth2.device.authorization.grant.enabled", "true")
                    .with("atrium.publisher", "Lakeside Apps")
                    .app();

            Page question = verify(Person.of(patient), app.device("openid launch/patient patient/Observation.rs"));

            assertThat(question.text()).contains("Your health record", "Lakeside Apps");
        }

        @Test
        void sees_it_after_several_roles_too() {
            user.joins("riverside", "Practitioner/decides", "clinician");

            Page question = verify(silent.device("openid user/*.cruds")).choose("lakeside");

            assertThat(question.text()).contains("on another device", "Lakeside Hospital");
        }

        @Test
        void sees_what_was_ticked_and_no_more() {
            Page question = verify(APP.device("openid user/Observation.rs user/Condition.rs"))
                    .allow(List.of("user/Observation.rs"));

            assertThat(question.title()).isEqualTo("Connect SMART app on another device");
            assertThat(question.text())
                    .contains("Measurements and test results")
                    .doesNotContain("Health problems");
        }

        @Test
        void gives_what_the_page_says_whatever_was_ticked_on_another_meanwhile() {
            Answer device = APP.device("openid user/Observation.rs user/Condition.rs");
            Page other = verify(Person.of(user), device);
            Page question = verify(device).allow(List.of("user/Observation.rs"));
            other.allow(List.of("user/Observation.rs", "user/Condition.rs"));

            confirm(question);

            assertThat(APP.poll(device).scopes()).isEqualTo(Set.of("openid", "user/Observation.rs"));
        }

        @Test
        void is_asked_for_all_of_it_again_when_they_come_back_before_they_decide() {
            Answer device = APP.device("openid user/*.rs offline_access");
            verify(device).allow(List.of("user/*.rs"));

            Page again = verify(Person.of(user), device);

            assertThat(again.scopes()).containsExactlyInAnyOrder("user/*.rs", "offline_access");
            confirm(again.allow(List.of("user/*.rs")));
            assertThat(APP.poll(device).hasRefreshToken()).isFalse();
        }

        @Test
        void sees_it_again_where_the_consent_is_remembered() {
            confirm(verify(APP.device("openid user/Observation.rs")).allow());

            Page question = verify(APP.device("openid user/Observation.rs"));

            assertThat(question.text())
                    .contains("Connect SMART app on another device", "Measurements and test results");
        }

        @Test
        void sees_it_again_when_the_page_is_loaded_again() {
            Page question = verify(silent.device("openid user/Observation.rs"));

            Page again = question.browser().open(question.address());

            assertThat(again.text()).contains("on another device", "Measurements and test results");
        }

        @Test
        void can_say_no() {
            Answer device = silent.device("openid user/*.rs");

            verify(device).submit("atrium-device", Map.of(), "cancel");

            assertThat(silent.poll(device).error()).isEqualTo("access_denied");
        }

        @Test
        void sees_the_page_of_Keycloak_where_no_project_is_concerned() {
            Page question = verify(silent.device("openid"));

            assertThat(question.title()).isEqualTo("Grant Access to " + silent.clientId());
            confirm(question);
        }
    }

    private Page verify(Answer device) {
        return verify(person, device);
    }

    private static Page verify(Person person, Answer device) {
        assertThat(device.status()).as(device.body()).isEqualTo(200);
        return person.signIn(person.browser().open(URI.create(device.text("verification_uri_complete"))));
    }

    /** Keycloak has the person confirm that it is their device. */
    private static void confirm(Page question) {
        var form = question.html().selectFirst("form:has([name=accept])");
        assertThat(form)
                .as("a question on %s: %s", question.address(), question.text())
                .isNotNull();
        Page done = question.browser()
                .post(
                        URI.create(form.absUrl("action")),
                        Map.of(
                                "code", List.of(form.select("[name=code]").val()),
                                "accept", List.of("")));
        assertThat(done.address().getPath()).endsWith("/device/status");
    }
}
