package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an app is launched with is told only where the granted scopes let it be told. */
@ExtendWith(AtriumServer.class)
class UntoldContextIT {
    private final Admin admin = Admin.ofRealm();
    private final Ehr ehr = Ehr.of(admin);
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);
    private final App app = TestClient.publicOne(admin, "launch", "user/*.cruds", "fhirUser", "project")
            .withConsent()
            .app();

    @BeforeEach
    void a_clinician() {
        user.joins(ehr.project(), "Practitioner/clinician", "clinician");
    }

    private static void knowsNobody(Tokens tokens) {
        assertThat(tokens.answer().json().has("patient")).isFalse();
        assertThat(tokens.accessClaims().has("launch_context")).isFalse();
        assertThat(tokens.accessClaims().has("patient")).isFalse();
    }

    @Nested
    class Given_a_person_who_unticks_the_launch {
        @Test
        void O_01_nothing_of_it_is_in_any_token() {
            Page page = person.signIn(app, "openid launch user/Patient.rs", ehr.launch(app, "{'patient': 'ann'}"));

            Tokens tokens = app.exchange(page.allow(List.of("user/Patient.rs")));

            assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "user/Patient.rs");
            knowsNobody(tokens);
            knowsNobody(app.refresh(tokens.refreshToken()));
        }
    }

    @Nested
    class Given_a_request_that_is_not_for_FHIR_data {
        @Test
        void L_07_the_parameter_launch_means_nothing() {
            Page page = person.signIn(app, "openid project", Map.of("launch", "no handle at all"));

            knowsNobody(app.exchange(page.isCallback() ? page : page.allow()));
        }
    }

    @Nested
    class Given_what_the_front_channel_adds_to_a_pushed_request {
        @Test
        void L_05_it_is_none_of_the_apps() {
            App confidential = TestClient.of(admin, "patient/*.cruds", "fhirUser", "project")
                    .withDefault("launch")
                    .app();
            String launch = ehr.launch(confidential, "{'patient': 'ann'}").get("launch");
            Map<String, String> pushed = confidential.request("openid patient/*.rs");
            pushed.put("aud", ehr.server());
            String query = App.query(Map.of(
                    "client_id", confidential.clientId(),
                    "request_uri", confidential.push(pushed).text("request_uri"),
                    "launch", launch));

            Page page = person.signIn(person.browser().open(URI.create(App.endpoint("/auth") + "?" + query)));

            // nobody launched it, and this role may not look for a patient
            assertThat(page.title()).isEqualTo("You do not have permission");
        }
    }

    @Nested
    class Given_a_device {
        @Test
        void L_07_cannot_be_launched_by_an_EHR() {
            App device = TestClient.publicOne(admin, "launch", "patient/*.cruds")
                    .with("oauth2.device.authorization.grant.enabled", "true")
                    .app();

            assertThat(device.post("/auth/device", Map.of("client_id", device.clientId(), "scope", "openid launch"))
                            .text("error"))
                    .isEqualTo("invalid_request");
        }
    }
}
