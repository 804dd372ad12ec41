package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Json;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A claim can be in the ID token, the access token (full or lightweight), userinfo, introspection and the response. */
@ExtendWith(AtriumServer.class)
class FivePlacesIT {
    private static final String BASE = "http://localhost:8090/fhir/riverside";
    private static final String FHIR_USER = "fhirUser";

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);

    @Nested
    class Given_a_practitioner {
        private String membership;
        private Tokens tokens;

        @BeforeEach
        void who_signs_in() {
            membership = user.joins("riverside", "Practitioner/known", "clinician");
            tokens = person.tokens(App.PORTAL, "openid fhirUser user/*.rs");
        }

        @Test
        void finds_the_fhir_user_in_tokens_userinfo_and_introspection() {
            String url = BASE + "/Practitioner/known";

            assertThat(Json.text(tokens.idClaims(), FHIR_USER)).isEqualTo(url);
            assertThat(Json.text(tokens.accessClaims(), FHIR_USER)).isEqualTo(url);
            assertThat(Json.text(tokens.userinfo(), FHIR_USER)).isEqualTo(url);
            assertThat(Json.text(tokens.introspection(), FHIR_USER)).isEqualTo(url);
            assertThat(tokens.answer().json().has(FHIR_USER)).isFalse();
        }

        @Test
        void finds_the_fhir_user_only_where_it_was_asked_for() {
            Tokens without = person.tokens(App.PORTAL, "openid user/*.rs");

            for (JsonNode place :
                    List.of(without.idClaims(), without.accessClaims(), without.userinfo(), without.introspection())) {
                assertThat(place.has(FHIR_USER)).isFalse();
                assertThat(place.has("profile")).isFalse();
            }
        }

        @Test
        void finds_the_membership_in_access_token_userinfo_and_introspection() {
            for (JsonNode place : List.of(tokens.accessClaims(), tokens.userinfo(), tokens.introspection())) {
                assertThat(Json.text(place, "project")).isEqualTo("riverside");
                assertThat(Json.text(place, "membership")).isEqualTo(membership);
                assertThat(Json.text(place, "profile")).isEqualTo("Practitioner/known");
            }
            for (JsonNode place : List.of(tokens.idClaims(), tokens.answer().json())) {
                assertThat(place.has("project")).isFalse();
                assertThat(place.has("membership")).isFalse();
                assertThat(place.has("profile")).isFalse();
            }
        }

        @Test
        void finds_the_membership_in_id_token_and_response_with_the_project_scope() {
            Tokens more = person.tokens(App.PORTAL, "openid project user/*.rs");

            assertThat(Json.text(more.idClaims(), "membership")).isEqualTo(membership);
            assertThat(more.answer().text("project")).isEqualTo("riverside");
            assertThat(more.answer().text("profile")).isEqualTo("Practitioner/known");
        }

        @Test
        void finds_the_fhir_server_as_audience_of_the_access_token() {
            assertThat(Json.texts(tokens.accessClaims().path("aud"))).contains(BASE);
            assertThat(Json.texts(tokens.introspection().path("aud"))).contains(BASE);
            assertThat(Json.texts(tokens.idClaims().path("aud"))).containsExactly("clinician-portal");
        }

        @Test
        void is_the_same_subject_everywhere() {
            assertThat(List.of(
                            Json.text(tokens.idClaims(), "sub"),
                            Json.text(tokens.accessClaims(), "sub"),
                            Json.text(tokens.userinfo(), "sub"),
                            Json.text(tokens.introspection(), "sub")))
                    .containsOnly(user.id());
        }

        @Test
        void finds_the_granted_scopes_in_access_token_introspection_and_response() {
            assertThat(Json.text(tokens.introspection(), "scope").split(" "))
                    .containsExactlyInAnyOrderElementsOf(tokens.scopes());
            assertThat(tokens.idClaims().has("scope")).isFalse();
        }

        @Test
        void finds_nothing_hidden_anywhere() {
            for (JsonNode place :
                    List.of(tokens.idClaims(), tokens.accessClaims(), tokens.userinfo(), tokens.introspection())) {
                assertThat(place.toString()).doesNotContain("atrium.");
            }
            assertThat(tokens.answer().text("scope")).doesNotContain("atrium.");
        }

        @Test
        void shows_no_name_or_address_unless_asked_for() {
            for (JsonNode place : List.of(tokens.idClaims(), tokens.accessClaims(), tokens.userinfo())) {
                assertThat(place.has("email")).isFalse();
                assertThat(place.has("name")).isFalse();
                assertThat(place.has("preferred_username")).isFalse();
            }
        }

        @Test
        void has_no_patient_in_context() {
            for (JsonNode place : List.of(
                    tokens.accessClaims(),
                    tokens.introspection(),
                    tokens.answer().json())) {
                assertThat(place.has("patient")).isFalse();
            }
        }
    }

    @Nested
    class Given_a_patient {
        @Test
        void is_the_patient_in_context() {
            user.joins("riverside", "Patient/own", "patient-self");

            Tokens tokens =
                    App.SMART_APP.exchange(person.signIn(App.SMART_APP, "openid fhirUser launch/patient patient/*.rs")
                            .allow());

            assertThat(tokens.answer().text("patient")).isEqualTo("own");
            assertThat(Json.text(tokens.accessClaims(), "patient")).isEqualTo("own");
            assertThat(Json.text(tokens.introspection(), "patient")).isEqualTo("own");
            assertThat(tokens.idClaims().has("patient")).isFalse();
            assertThat(Json.text(tokens.idClaims(), FHIR_USER)).isEqualTo(BASE + "/Patient/own");
        }
    }

    @Nested
    class Given_a_client_that_asks_for_the_project_alone {
        @Test
        void finds_the_project_without_any_fhir_scope() {
            user.joins("riverside", "Practitioner/plain", "clinician");
            App app = TestClient.of(admin).withDefault("project").app();

            Tokens tokens = person.tokens(app, "openid");

            assertThat(Json.text(tokens.accessClaims(), "project")).isEqualTo("riverside");
            assertThat(Json.text(tokens.idClaims(), "profile")).isEqualTo("Practitioner/plain");
            assertThat(Json.text(tokens.userinfo(), "project")).isEqualTo("riverside");
        }
    }
}
