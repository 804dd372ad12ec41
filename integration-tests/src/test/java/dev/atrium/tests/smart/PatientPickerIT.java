package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpRequest;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clinician opens an app by itself, and says whose record it is about. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class PatientPickerIT {
    private final PatientServer server = PatientServer.start();
    private PickerVisit visit;

    @BeforeAll
    void a_clinician_and_some_patients() {
        server.patient("anna-1", "Anna", "Larsson", "1970-01-31")
                .patient("anna-2", "Anna", "Larsson", "1998-12-01")
                .patient("ben", "Ben", "Okafor", "1955-06");
        for (int i = 10; i < 35; i++) {
            server.patient("many-" + i, "Number" + i, "Many", "2000-01-01");
        }
        visit = PickerVisit.at(server).asClinician();
    }

    @AfterAll
    void no_server() {
        server.close();
    }

    @Nested
    class Given_a_clinician_who_opens_an_app_by_itself {
        @Test
        void L_08_is_asked_for_the_patient() {
            Page page = visit.signIn(PickerVisit.STANDALONE);

            assertThat(page.title()).isEqualTo("Choose a patient");
            assertThat(page.text()).contains(visit.project(), "As a health professional");
        }

        @Test
        void is_shown_nobody_before_a_search() {
            assertThat(PickerVisit.rows(visit.signIn(PickerVisit.STANDALONE))).isEmpty();
        }

        @Test
        void L_08_the_chosen_patient_is_in_context() {
            Page found = PickerVisit.search(visit.signIn(PickerVisit.STANDALONE), "Larsson");

            Tokens tokens = visit.app().exchange(PickerVisit.pick(found, "anna-2"));

            assertThat(tokens.answer().text("patient")).isEqualTo("anna-2");
            assertThat(tokens.accessClaims().path("patient").asText()).isEqualTo("anna-2");
            assertThat(tokens.scopes()).contains("launch/patient", "patient/Observation.rs");
        }

        @Test
        void tells_two_people_of_one_name_apart() {
            Page found = PickerVisit.search(visit.signIn(PickerVisit.STANDALONE), "Larsson");

            assertThat(PickerVisit.rows(found))
                    .containsExactlyInAnyOrder(
                            "Anna Larsson Born Jan 31, 1970 Female Record: mr-anna-1",
                            "Anna Larsson Born Dec 1, 1998 Female Record: mr-anna-2");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Adler | deceasedBoolean | true | Olga Adler Has died",
                    "Brandt | deceasedBoolean | false | Olga Brandt",
                    "Cohen | deceasedDateTime | \"2019-04-02T10:00:00Z\" | Olga Cohen Has died"
                })
        void says_who_has_died(String family, String element, String value, String row) {
            visit.server().with("""
                    {"resourceType": "Patient", "id": "olga", "name": [{"text": "Olga %s"}], "%s": %s}""".formatted(family, element, value));

            Page found = PickerVisit.search(visit.signIn(PickerVisit.STANDALONE), family);

            assertThat(PickerVisit.rows(found)).containsExactly(row);
        }

        @Test
        void S_15_scopes_of_a_patient_imply_one() {
            Page page = visit.signIn("openid patient/Observation.rs");

            assertThat(page.title()).isEqualTo("Choose a patient");
        }

        @Test
        void a_request_without_a_patient_is_not_asked_for_one() {
            assertThat(visit.signIn("openid user/Observation.rs").isCallback()).isTrue();
        }

        @Test
        void leaves_without_a_patient_and_the_app_is_told() {
            Page back = PickerVisit.leave(visit.signIn(PickerVisit.STANDALONE));

            assertThat(back.callback())
                    .containsEntry("error", "access_denied")
                    .containsEntry("error_description", "The user did not choose a patient.")
                    .containsKey("state");
        }

        @Test
        void prompt_none_never_reuses_a_patient() {
            Person person = new Person(visit.user().email(), new Browser());
            Page found = PickerVisit.search(person.signIn(visit.app(), PickerVisit.STANDALONE), "Okafor");
            assertThat(PickerVisit.pick(found, "ben").callback()).containsKey("code");

            Page silent = person.signIn(visit.app(), PickerVisit.STANDALONE, Map.of("prompt", "none"));

            assertThat(silent.callback()).containsEntry("error", "interaction_required");
        }

        @Test
        void a_second_launch_in_the_same_browser_is_asked_again() {
            Person person = new Person(visit.user().email(), new Browser());
            Page first = PickerVisit.search(person.signIn(visit.app(), PickerVisit.STANDALONE), "Okafor");
            Tokens ofBen = visit.app().exchange(PickerVisit.pick(first, "ben"));

            Page second = PickerVisit.search(person.signIn(visit.app(), PickerVisit.STANDALONE), "Larsson");
            Tokens ofAnna = visit.app().exchange(PickerVisit.pick(second, "anna-1"));

            assertThat(ofBen.answer().text("patient")).isEqualTo("ben");
            assertThat(ofAnna.answer().text("patient")).isEqualTo("anna-1");
        }
    }

    @Nested
    class Given_a_search {
        @Test
        void finds_by_birth_date() {
            Page found = PickerVisit.search(visit.signIn(PickerVisit.STANDALONE), "", "1998-12-01", "");

            assertThat(PickerVisit.rows(found)).singleElement().asString().contains("mr-anna-2");
        }

        @Test
        void finds_by_identifier() {
            Page found = PickerVisit.search(visit.signIn(PickerVisit.STANDALONE), "", "", "mr-ben");

            assertThat(PickerVisit.rows(found)).singleElement().asString().contains("Ben Okafor", "1955-06");
        }

        @Test
        void each_word_of_a_name_counts() {
            Page found = PickerVisit.search(visit.signIn(PickerVisit.STANDALONE), "Anna  Okafor");

            assertThat(PickerVisit.notice(found)).startsWith("No patient was found.");
        }

        @Test
        void turns_the_pages_of_the_server() {
            Page first = PickerVisit.search(visit.signIn(PickerVisit.STANDALONE), "Many");
            Page third = PickerVisit.nextPage(PickerVisit.nextPage(first));

            assertThat(PickerVisit.rows(first)).hasSize(10);
            assertThat(PickerVisit.rows(third)).hasSize(5);
            assertThat(third.html().getElementById("atrium-more")).isNull();
            assertThat(visit.app()
                            .exchange(PickerVisit.pick(third, "many-34"))
                            .answer()
                            .text("patient"))
                    .isEqualTo("many-34");
        }

        @Test
        void keeps_what_was_typed() {
            Page found = PickerVisit.search(visit.signIn(PickerVisit.STANDALONE), "Many");

            assertThat(found.html()
                            .select("#atrium-patient-search input[name=name]")
                            .val())
                    .isEqualTo("Many");
        }

        @Test
        void what_is_typed_is_one_value_and_no_query() {
            PickerVisit.search(visit.signIn(PickerVisit.STANDALONE), "x&_count=5000,y\\$");

            assertThat(server.asked())
                    .anySatisfy(asked -> assertThat(asked)
                            .contains("name=x%26_count%3D5000&name=y%5C%5C%5C%24")
                            .endsWith("&_count=10"));
        }

        @Test
        void without_anything_typed_says_what_to_type() {
            Page page = PickerVisit.search(visit.signIn(PickerVisit.STANDALONE), " ");

            assertThat(PickerVisit.notice(page)).isEqualTo("Enter a name, a date of birth or an ID.");
        }

        @Test
        void a_date_that_is_none_is_told() {
            Page page = PickerVisit.search(visit.signIn(PickerVisit.STANDALONE), "", "31.12.1970", "");

            assertThat(PickerVisit.notice(page)).startsWith("Enter the date of birth as year, month and day");
        }
    }

    @Nested
    class Given_an_id_that_was_not_shown {
        @Test
        void gets_nothing_before_a_search() {
            Page page = visit.signIn(PickerVisit.STANDALONE);
            Page forged = page.submit("atrium-patient-search", Map.of("patient", List.of("ben")), "none");

            assertThat(forged.title()).isEqualTo("Choose a patient");
        }

        @Test
        void gets_nothing_beside_other_rows() {
            Page found = PickerVisit.search(visit.signIn(PickerVisit.STANDALONE), "Larsson");

            assertThat(PickerVisit.pick(found, "ben").title()).isEqualTo("Choose a patient");
            assertThat(PickerVisit.pick(found, "anna-1,anna-2").title()).isEqualTo("Choose a patient");
        }
    }

    @Nested
    class Given_the_authority_of_the_search {
        @Test
        void is_the_persons_own_and_no_more() {
            PickerVisit.search(visit.signIn(PickerVisit.STANDALONE), "Larsson");
            JsonNode claims = server.claims();

            assertThat(claims.path("sub").asText()).isEqualTo(visit.user().id());
            assertThat(claims.path("scope").asText()).isEqualTo("user/Patient.rs");
            assertThat(claims.path("aud").asText()).isEqualTo(server.base());
            assertThat(claims.path("fhirUser").asText()).isEqualTo(server.base() + "/Practitioner/doc");
            assertThat(claims.path("iss").asText()).isEqualTo(App.realm("").toString());
            assertThat(claims.path("exp").asLong() - claims.path("iat").asLong())
                    .isEqualTo(60);
        }

        @Test
        void opens_nothing_at_keycloak() {
            PickerVisit.search(visit.signIn(PickerVisit.STANDALONE), "Larsson");

            assertThat(App.PORTAL.userinfo(server.token()).status()).isEqualTo(403);
            assertThat(account(server.token()).status()).isEqualTo(401);
            App allTokens = TestClient.service(Admin.ofRealm(), "__introspect").app();
            assertThat(List.of(App.FHIR_SERVER, allTokens))
                    .allSatisfy(client -> assertThat(client.introspect(server.token())
                                    .json()
                                    .path("active")
                                    .asBoolean())
                            .isFalse());
        }

        /** The app's client has full scope, as Keycloak gives it: a token of the person for it would have this role. */
        @Test
        void opens_nothing_for_an_administrator_either() {
            String management = theId("clients?clientId=realm-management");
            AdminRest admin = AdminRest.of("atrium");
            ArrayNode roles = Admin.JSON.createArrayNode();
            roles.add(admin.read("clients/" + management + "/roles/view-users"));
            String mappings = "users/" + visit.user().id() + "/role-mappings/clients/" + management;
            assertThat(admin.post(mappings, roles).status()).isEqualTo(204);

            PickerVisit.search(visit.signIn(PickerVisit.STANDALONE), "Larsson");

            assertThat(AdminRest.with(server.token(), "atrium")
                            .get("users?max=1")
                            .status())
                    .isEqualTo(401);
        }

        private String theId(String query) {
            return AdminRest.of("atrium").read(query).path(0).path("id").asText();
        }

        @Test
        void is_narrowed_by_the_access_policy() {
            PickerVisit narrow =
                    PickerVisit.at(server).as("Practitioner/narrow", "user/Patient.rs?organization=1", "patient/*.rs");

            PickerVisit.search(narrow.signIn(PickerVisit.STANDALONE), "Larsson");

            assertThat(server.claims().path("scope").asText()).isEqualTo("user/Patient.rs?organization=1");
        }
    }

    @Nested
    class Given_a_policy_that_lets_nobody_look_for_patients {
        private final PickerVisit reader = PickerVisit.at(server).as("Practitioner/reader", "user/Observation.rs");

        @Test
        void is_told_in_words_and_so_is_the_app() {
            Page refused = reader.signIn("openid launch/patient user/Observation.rs");

            assertThat(refused.title()).isEqualTo("You cannot look for patients here");
            assertThat(refused.back().callback())
                    .containsEntry("error", "invalid_scope")
                    .containsEntry("error_description", "The user's role does not allow to look for a patient.");
        }

        @Test
        void scopes_that_only_imply_a_patient_are_left_out() {
            Page done = reader.signIn("openid user/Observation.rs patient/Observation.rs");

            assertThat(reader.app().exchange(done).scopes()).isEqualTo(Set.of("openid", "user/Observation.rs"));
        }
    }

    private static Answer account(String token) {
        return Answer.send(HttpRequest.newBuilder(App.realm("/account/"))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .build());
    }
}
