package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
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

/** What a person leaves unticked is told nowhere, whichever way the token comes. */
@ExtendWith(AtriumServer.class)
class UntickedScopeIT {
    private static final String ASKED =
            "openid fhirUser launch/patient patient/Observation.rs user/Condition.rs" + " project email offline_access";

    private final Admin admin = Admin.ofRealm();
    private final TestUser person = admin.user("example.org");
    private final Visitor visitor = Visitor.of(person);
    private final TestClient client = TestClient.of(
                    admin,
                    "patient/*.cruds",
                    "user/*.cruds",
                    "launch/patient",
                    "fhirUser",
                    "project",
                    "email",
                    "profile",
                    "offline_access",
                    "online_access")
            .with("standard.token.exchange.enabled", "true")
            .with("oauth2.device.authorization.grant.enabled", "true")
            .withConsent();
    private final App app = client.app();

    @BeforeEach
    void joinAsPatient() {
        person.joins("riverside", "Patient/himself", "clinician");
        client.audience(app.clientId());
    }

    @Nested
    class Given_a_code {
        @Test
        void tells_everything_when_everything_is_ticked() {
            Tokens tokens = app.exchange(visitor.signsIn(app, ASKED).allow());

            assertThat(tokens.accessClaims().toString())
                    .contains("\"fhirUser\"", "\"patient\"", "\"profile\"", "\"email\"");
            assertThat(tokens.answer().text("patient")).isEqualTo("himself");
        }

        @Test
        void tells_the_fhir_user_nowhere_when_that_is_unticked() {
            Tokens tokens = app.exchange(without("fhirUser", "project"));

            assertNowhere(tokens, "fhirUser", "profile");
            assertThat(tokens.accessClaims().path("patient").asText()).isEqualTo("himself");
        }

        @Test
        void tells_the_patient_nowhere_when_that_is_unticked() {
            Tokens tokens = app.exchange(without("launch/patient"));

            assertNowhere(tokens, "patient");
        }

        @Test
        void grants_nothing_about_a_patient_whom_nobody_knows() {
            Tokens tokens = app.exchange(without("launch/patient"));

            assertThat(tokens.scopes()).contains("user/Condition.rs").noneMatch(scope -> scope.startsWith("patient/"));
        }

        @Test
        void tells_the_project_nowhere_when_nothing_of_it_is_ticked() {
            Tokens tokens = app.exchange(visitor.signsIn(app, ASKED).allow(List.of("email")));

            assertNowhere(tokens, "fhirUser", "patient", "profile", "project");
            assertThat(tokens.accessClaims().path("aud").toString()).doesNotContain("/fhir/");
            assertThat(tokens.idClaims().path("email").asText()).isEqualTo(person.email());
        }

        @Test
        void tells_what_an_ordinary_scope_is_for_nowhere_when_that_is_unticked() {
            assertNowhere(app.exchange(without("email")), "email");
        }
    }

    @Nested
    class Given_what_comes_of_a_code {
        private Tokens first;

        @BeforeEach
        void leaveFhirUserAndPatientUnticked() {
            first = app.exchange(without("fhirUser", "launch/patient", "project"));
        }

        @Test
        void tells_no_more_after_a_refresh() {
            assertNowhere(app.refresh(first.refreshToken()), "fhirUser", "patient", "profile");
        }

        @Test
        void tells_no_more_after_an_exchange() {
            Tokens exchanged = app.exchangeToken(first, "openid user/Condition.rs");

            for (JsonNode place : List.of(
                    exchanged.accessClaims(),
                    introspection(exchanged),
                    app.userinfo(exchanged.accessToken()).json(),
                    exchanged.answer().json())) {
                assertThat(List.of(place.has("fhirUser"), place.has("patient"), place.has("profile")))
                        .as(place.toString())
                        .containsOnly(false);
            }
        }
    }

    @Nested
    class Given_a_device {
        @Test
        void tells_it_nothing_that_is_unticked() {
            Answer device = app.device(ASKED);
            Page scopes = visitor.browser()
                    .open(URI.create(device.text("verification_uri_complete")))
                    .email(person.email())
                    .password(Admin.PASSWORD);

            confirm(scopes.allow(ticked(scopes, "fhirUser", "launch/patient", "project")));

            assertNowhere(app.poll(device), "fhirUser", "patient", "profile");
        }
    }

    @Nested
    class Given_boxes_that_would_change_nothing {
        @Test
        void a_default_scope_is_text() {
            client.withDefault("phone");

            Page page = visitor.signsIn(app, "openid user/*.rs");

            assertThat(page.scopes()).containsExactly("user/*.rs");
            assertThat(page.text()).contains("Phone number Always included");
            assertThat(page.html().select("input[disabled]")).isEmpty();
        }

        @Test
        void a_scope_that_another_covers_is_text_and_goes_with_it() {
            Page page = visitor.signsIn(app, "openid user/Condition.rs user/*.rs email");

            assertThat(page.scopes()).containsExactlyInAnyOrder("user/*.rs", "email");
            assertThat(page.text()).contains("Already included in another item on this page");
            assertThat(app.exchange(page.allow(List.of("email"))).scopes())
                    .containsExactlyInAnyOrder("openid", "email");
        }

        @Test
        void access_while_signed_in_has_no_refresh_token_when_it_is_unticked() {
            Page page = visitor.signsIn(app, "openid user/*.rs online_access");

            Tokens tokens = app.exchange(page.allow(List.of("user/*.rs")));

            assertThat(tokens.hasRefreshToken()).isFalse();
        }

        @Test
        void access_while_signed_in_has_a_refresh_token_when_it_is_ticked() {
            Page page = visitor.signsIn(app, "openid user/*.rs online_access offline_access");

            Tokens tokens = app.exchange(page.allow(List.of("user/*.rs", "online_access")));

            assertThat(Tokens.claims(tokens.refreshToken()).path("typ").asText())
                    .isEqualTo("Refresh");
        }
    }

    private Page without(String... unticked) {
        Page page = visitor.signsIn(app, ASKED);
        return page.allow(ticked(page, unticked));
    }

    private static List<String> ticked(Page page, String... unticked) {
        assertThat(page.ticked()).contains(unticked);
        return page.ticked().stream()
                .filter(scope -> !List.of(unticked).contains(scope))
                .toList();
    }

    private void assertNowhere(Tokens tokens, String... claims) {
        for (JsonNode place : List.of(
                tokens.idClaims(),
                tokens.accessClaims(),
                app.userinfo(tokens.accessToken()).json(),
                introspection(tokens),
                tokens.answer().json())) {
            for (String claim : claims) {
                assertThat(place.has(claim)).as("%s in %s", claim, place).isFalse();
            }
        }
    }

    private JsonNode introspection(Tokens tokens) {
        JsonNode answer = App.FHIR_SERVER.introspect(tokens.accessToken()).json();
        assertThat(answer.path("active").asBoolean()).isTrue();
        return answer;
    }

    private static void confirm(Page question) {
        var form = question.html().selectFirst("form:has([name=accept])");
        assertThat(form).as(question.text()).isNotNull();
        question.browser()
                .post(
                        URI.create(form.absUrl("action")),
                        Map.of(
                                "code", List.of(form.select("[name=code]").val()),
                                "accept", List.of("")));
    }
}
