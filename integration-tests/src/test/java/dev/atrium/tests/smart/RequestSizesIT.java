package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests with long or many parameters: taken as they were sent, or refused in a sentence, but never cut in silence. */
@ExtendWith(AtriumServer.class)
class RequestSizesIT {
    private static final String LAKESIDE = "http://localhost:8090/fhir/lakeside";
    private static final String CATEGORY =
            "?category=http://terminology.hl7.org/CodeSystem/observation-category|vital-signs-";

    private final Admin admin = Admin.ofRealm();
    private final App app = TestClient.of(admin, "user/*.cruds", "fhirUser").app();

    /** Not on 26.7.0, whose cookie for a restart of the sign-in holds the whole request: it answers 431 to the next page. */
    @Nested
    @Tag("own")
    class Given_a_person_who_may_all {
        private final Person person = Person.of(TestUser.clinician(admin));

        @Test
        void A_09_grants_a_scope_parameter_of_3900_characters() {
            String scope = scopes(38);
            assertThat(scope.length()).isBetween(3_850, 4_000);

            Tokens tokens = app.exchange(person.signIn(app.authorizeByPost(person.browser(), scope)));

            assertThat(tokens.scopes()).hasSize(39);
        }

        @Test
        void A_09_grants_200_scopes() {
            String scope = "openid "
                    + IntStream.range(0, 199)
                            .mapToObj(i -> "user/Goal.rs?a=" + i)
                            .collect(Collectors.joining(" "));

            Tokens tokens = app.exchange(person.signIn(app.authorizeByPost(person.browser(), scope)));

            assertThat(tokens.scopes()).hasSize(200);
        }

        @Test
        void A_09_refuses_one_of_20000_characters_in_a_sentence() {
            Page answer = app.authorizeByPost(new Browser(), scopes(205));

            assertThat(answer.callback())
                    .containsEntry("error", "invalid_scope")
                    .containsEntry(
                            "error_description", "The scope parameter is too long: request fewer scopes at once");
        }

        private String scopes(int count) {
            return "openid "
                    + IntStream.range(0, count)
                            .mapToObj(i -> "user/Observation.rs" + CATEGORY + (100 + i))
                            .collect(Collectors.joining(" "));
        }
    }

    @Nested
    class Given_more_parameters_than_Keycloak_keeps {
        private final TestUser user = admin.user("example.org");
        private final Person person = Person.of(user);
        private final Map<String, String> many = new LinkedHashMap<>();

        @BeforeEach
        void of_a_person_on_two_servers() {
            user.joins("riverside", "Practitioner/one", "clinician");
            user.joins("lakeside", "Practitioner/two", "reader");
            IntStream.range(0, 12).forEach(i -> many.put("utm_" + i, "x".repeat(100)));
            many.put("aud", LAKESIDE);
        }

        @Test
        void A_09_does_not_lose_aud() {
            assertLakeside(person.signIn(app, "openid fhirUser user/*.rs", many));
        }

        @Test
        void A_09_does_not_lose_aud_by_post() {
            assertLakeside(person.signIn(app.authorizeByPost(person.browser(), "openid fhirUser user/*.rs", many)));
        }

        @Test
        void A_09_does_not_lose_aud_that_was_pushed() {
            Answer pushed = app.push(request());

            assertLakeside(person.signIn(app.authorizePushed(person.browser(), pushed)));
        }

        @Test
        void A_09_does_not_lose_aud_beside_a_request_object() {
            assertLakeside(person.signIn(app.authorizeByObject(person.browser(), "openid fhirUser user/*.rs", many)));
        }

        private Map<String, String> request() {
            Map<String, String> request = new HashMap<>(app.request("openid fhirUser user/*.rs"));
            request.putAll(many);
            return request;
        }

        private void assertLakeside(Page callback) {
            assertThat(app.exchange(callback).accessClaims().path("fhirUser").asText())
                    .isEqualTo(LAKESIDE + "/Practitioner/two");
        }
    }

    @Nested
    class Given_a_parameter_that_is_too_long {
        @Test
        void A_09_refuses_such_an_aud() {
            Page answer = app.authorizeByPost(
                    new Browser(), "openid user/*.rs", Map.of("aud", "https://h/" + "x".repeat(3_000)));

            assertThat(answer.callback()).containsEntry("error", "invalid_request");
        }

        @Test
        void A_09_refuses_such_a_launch() {
            Page answer = app.authorizeByPost(new Browser(), "openid user/*.rs", Map.of("launch", "x".repeat(2_001)));

            assertThat(answer.callback()).containsEntry("error", "invalid_request");
            assertThat(answer.callback().get("error_description")).contains("launch");
        }
    }
}
