package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Json;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app is launched with belongs to one authorization: not to the browser, nor to the person, nor to the app. */
@ExtendWith(AtriumServer.class)
class LaunchContextOfOneGrantIT {
    private static final String ONLINE = "openid fhirUser launch patient/*.rs user/*.rs";
    private static final String OFFLINE = ONLINE + " offline_access";
    private static final String ANN = "{'patient': 'ann', 'encounter': 'visit-of-ann', 'need_patient_banner': true}";
    private static final String BEN = "{'patient': 'ben', 'intent': 'review'}";

    private final Admin admin = Admin.ofRealm();
    private final Ehr ehr = Ehr.of(admin);
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);
    private final TestClient client = client();
    private final App app = client.app();

    private TestClient client() {
        TestClient made =
                TestClient.of(admin, "launch", "patient/*.cruds", "user/*.cruds", "fhirUser", "offline_access");
        made.audience("fhir-server");
        return made.with("standard.token.exchange.enabled", "true");
    }

    @BeforeEach
    void a_clinician() {
        user.joins(ehr.project(), "Practitioner/clinician", "clinician");
    }

    private Page signIn(String context, String scope) {
        return person.signIn(app, scope, ehr.launch(app, context));
    }

    private static void isAnn(JsonNode place) {
        assertThat(Json.text(place, "patient")).isEqualTo("ann");
        assertThat(Json.text(place, "encounter")).isEqualTo("visit-of-ann");
        assertThat(place.has("intent")).isFalse();
    }

    private static void isBen(JsonNode place) {
        assertThat(Json.text(place, "patient")).isEqualTo("ben");
        assertThat(place.has("encounter")).isFalse();
    }

    private static void isAnn(Tokens tokens) {
        isAnn(tokens.answer().json());
        isAnn(tokens.accessClaims());
        isAnn(tokens.introspection());
        assertThat(tokens.userinfo().has("patient")).isFalse();
    }

    private static void isBen(Tokens tokens) {
        isBen(tokens.answer().json());
        isBen(tokens.accessClaims());
        isBen(tokens.introspection());
    }

    @Nested
    class Given_two_launches_of_one_app_in_one_browser {
        @ParameterizedTest
        @ValueSource(strings = {ONLINE, OFFLINE})
        void X_12_each_keeps_its_patient_however_often_it_is_refreshed(String scope) {
            Tokens ann = app.exchange(signIn(ANN, scope));
            Tokens ben = app.exchange(signIn(BEN, scope));

            isAnn(ann);
            isBen(ben);
            for (int round = 0; round < 2; round++) {
                ann = app.refresh(ann.refreshToken());
                ben = app.refresh(ben.refreshToken());
                isAnn(ann);
                isBen(ben);
            }
        }

        @Test
        void X_12_each_keeps_its_patient_when_both_codes_are_exchanged_late() {
            Page first = signIn(ANN, ONLINE);
            Page second = signIn(BEN, ONLINE);

            isBen(app.exchange(second));
            isAnn(app.exchange(first));
        }

        @Test
        void R_14_an_offline_grant_is_not_disturbed_by_a_later_sign_in_without_a_launch() {
            Tokens ann = app.exchange(signIn(ANN, OFFLINE));
            Tokens plain = person.tokens(app, "openid user/*.rs offline_access");

            isAnn(app.refresh(ann.refreshToken()));
            assertThat(plain.answer().json().has("patient")).isFalse();
            assertThat(app.refresh(plain.refreshToken()).answer().json().has("patient"))
                    .isFalse();
        }
    }

    @Nested
    class Given_a_refresh_for_less {
        @Test
        void R_07_a_patient_scope_alone_still_tells_the_patient() {
            Tokens ann = app.exchange(signIn(ANN, ONLINE));

            Tokens less = app.refresh(ann.refreshToken(), "patient/Observation.rs");

            assertThat(less.scopes()).containsExactly("patient/Observation.rs");
            isAnn(less);
        }

        @Test
        void R_07_scopes_of_the_user_alone_tell_no_patient_and_the_grant_still_knows_it() {
            Tokens ann = app.exchange(signIn(ANN, OFFLINE));

            Tokens less = app.refresh(ann.refreshToken(), "user/*.rs");

            assertThat(less.answer().json().has("patient")).isFalse();
            assertThat(less.accessClaims().has("patient")).isFalse();
            assertThat(less.introspection().has("patient")).isFalse();
            isAnn(app.refresh(less.refreshToken()));
        }
    }

    @Nested
    class Given_a_token_that_is_exchanged {
        @Test
        void X_12_becomes_one_with_the_same_patient_after_a_later_launch() {
            Tokens ann = app.exchange(signIn(ANN, ONLINE));
            app.exchange(signIn(BEN, ONLINE));

            Tokens exchanged = app.exchangeToken(ann, "openid launch patient/Observation.r");

            isAnn(exchanged.accessClaims());
            isAnn(exchanged.introspection());
        }
    }

    @Nested
    class Given_lightweight_access_tokens {
        @Test
        void N_03_introspection_tells_each_its_own() {
            client.with("client.use.lightweight.access.token.enabled", "true");
            Tokens ann = app.exchange(signIn(ANN, ONLINE));
            Tokens ben = app.exchange(signIn(BEN, ONLINE));

            assertThat(ann.accessClaims().has("patient")).isFalse();
            isAnn(ann.introspection());
            isBen(ben.introspection());
            isAnn(app.refresh(ann.refreshToken()).introspection());
        }
    }

    @Nested
    class Given_a_context_that_cannot_be_trusted {
        @Test
        void X_12_is_shown_nowhere_in_scope_and_can_be_asked_for_by_nobody() {
            Tokens ann = app.exchange(signIn(ANN, OFFLINE));
            String hidden = hidden(ann);

            assertThat(ann.answer().text("scope")).doesNotContain("atrium.");
            assertThat(ann.accessClaims().toString()).doesNotContain("atrium.");
            assertThat(person.signIn(app, ONLINE.replace("launch ", "") + " " + hidden)
                            .callback())
                    .containsEntry("error", "invalid_scope");
            assertThat(app.refresh(ann.refreshToken(), hidden).error()).isEqualTo("invalid_scope");
        }

        private String hidden(Tokens tokens) {
            return Arrays.stream(Json.text(Tokens.claims(tokens.refreshToken()), "scope")
                            .split(" "))
                    .filter(scope -> scope.startsWith("atrium.context/"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class Given_a_membership_that_changes {
        @Test
        void S_14_a_person_who_becomes_another_patient_loses_the_record() {
            Tokens ann = app.exchange(signIn(ANN, OFFLINE));
            String membership = Json.text(ann.accessClaims(), "membership");
            ObjectNode other = (ObjectNode) admin.read("atrium/memberships/" + membership);
            admin.update("atrium/memberships/" + membership, other.put("profile", "Patient/someone-else"));

            Tokens refused = app.refresh(ann.refreshToken());

            assertThat(refused.error()).isEqualTo("invalid_grant");
        }
    }
}
