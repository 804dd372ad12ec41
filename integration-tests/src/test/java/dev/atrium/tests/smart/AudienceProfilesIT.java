package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** As whom a person can go on to a FHIR server: only in projects that have their data there. */
@ExtendWith(AtriumServer.class)
class AudienceProfilesIT {
    private static final App APP = App.PORTAL;
    private static final String SCOPE = "openid fhirUser user/*.rs";
    private static final String RIVERSIDE = "http://localhost:8090/fhir/riverside";
    private static final String LAKESIDE = "http://localhost:8090/fhir/lakeside";

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);

    @Nested
    class Given_a_person_with_a_profile_on_each_of_two_servers {
        @BeforeEach
        void of_a_clinician_and_a_reader() {
            user.joins("riverside", "Practitioner/one", "clinician");
            user.joins("lakeside", "Practitioner/two", "reader");
        }

        @Test
        void A_04_takes_the_one_on_the_server_that_the_app_names() {
            Tokens tokens = APP.exchange(person.signIn(APP, SCOPE, Map.of("aud", LAKESIDE + "/")));

            assertThat(tokens.idClaims().path("fhirUser").asText()).isEqualTo(LAKESIDE + "/Practitioner/two");
            assertThat(tokens.accessClaims().path("aud").toString()).contains(LAKESIDE);
        }

        @Test
        void asks_as_before_if_the_app_names_none() {
            assertThat(person.signIn(APP, SCOPE).profiles()).hasSize(2);
        }

        @Test
        void A_04_keeps_both_apart_in_one_browser_also_when_they_are_refreshed() {
            Tokens riverside = APP.exchange(person.signIn(APP, SCOPE, Map.of("aud", RIVERSIDE)));
            Tokens lakeside = APP.exchange(person.signIn(APP, SCOPE, Map.of("aud", LAKESIDE)));

            assertThat(fhirUser(APP.refresh(riverside.refreshToken()))).isEqualTo(RIVERSIDE + "/Practitioner/one");
            assertThat(fhirUser(APP.refresh(lakeside.refreshToken()))).isEqualTo(LAKESIDE + "/Practitioner/two");
        }

        @Test
        void goes_on_silently_as_chosen_for_the_same_server() {
            person.signIn(APP, SCOPE, Map.of("aud", LAKESIDE));

            Page back = APP.authorize(person.browser(), SCOPE, Map.of("aud", LAKESIDE, "prompt", "none"));

            assertThat(fhirUser(APP.exchange(back))).isEqualTo(LAKESIDE + "/Practitioner/two");
        }

        @Test
        void does_not_go_on_silently_as_another_than_was_chosen() {
            person.signIn(APP, SCOPE, Map.of("aud", LAKESIDE));

            Page back = APP.authorize(person.browser(), SCOPE, Map.of("aud", RIVERSIDE, "prompt", "none"));

            assertThat(back.callback()).containsEntry("error", "interaction_required");
        }

        @Test
        void A_04_takes_the_one_on_the_server_that_was_pushed() {
            var request = new HashMap<>(APP.request(SCOPE));
            request.put("aud", LAKESIDE);
            Answer pushed = APP.push(request);

            Page back = person.signIn(APP.authorizePushed(person.browser(), pushed));

            assertThat(fhirUser(APP.exchange(back))).isEqualTo(LAKESIDE + "/Practitioner/two");
        }

        @Test
        void A_04_takes_the_one_on_the_server_that_a_device_names() {
            App app = App.SMART_APP;
            Answer device = app.post(
                    "/auth/device",
                    Map.of(
                            "scope",
                            SCOPE,
                            "aud",
                            LAKESIDE,
                            "code_challenge",
                            app.request(SCOPE).get("code_challenge"),
                            "code_challenge_method",
                            "S256"));

            Page question = person.signIn(person.browser().open(URI.create(device.text("verification_uri_complete"))));

            assertThat(question.scopes()).contains("user/*.rs");
            assertThat(question.allow().text()).contains("Lakeside").doesNotContain("Riverside");
        }
    }

    @Nested
    class Given_a_person_with_no_profile_on_the_server {
        @Test
        void A_03_tells_the_person_and_then_the_app() {
            user.joins("riverside", "Practitioner/one", "clinician");

            Page page = person.signIn(APP, SCOPE, Map.of("aud", LAKESIDE));

            assertThat(page.isCallback()).isFalse();
            assertThat(page.back().callback()).containsEntry("error", "access_denied");
            assertThat(admin.errorEvents(user.id()))
                    .anySatisfy(event -> assertThat(
                                    event.path("details").path("reason").asText())
                            .contains("aud"));
        }

        @Test
        void A_03_takes_no_profile_that_is_posted_all_the_same() {
            user.joins("lakeside", "Practitioner/one", "reader");
            user.joins("lakeside", "Practitioner/two", "reader");
            String elsewhere = user.joins("riverside", "Practitioner/three", "clinician");
            Page choice = person.signIn(APP, SCOPE, Map.of("aud", LAKESIDE));
            assertThat(choice.profiles()).hasSize(2);

            Page page = choice.browser()
                    .post(
                            URI.create(choice.html().selectFirst("form").absUrl("action")),
                            Map.of("membership", List.of(elsewhere)));

            assertThat(page.title()).isEqualTo("You have no access here");
        }
    }

    private static String fhirUser(Tokens tokens) {
        return tokens.accessClaims().path("fhirUser").asText();
    }
}
