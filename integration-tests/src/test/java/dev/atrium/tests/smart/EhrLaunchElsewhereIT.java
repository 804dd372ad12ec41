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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An EHR launch on whose way the person leaves the sign-in page that it began with. */
@ExtendWith(AtriumServer.class)
class EhrLaunchElsewhereIT {
    private static final String SCOPE = "openid fhirUser launch patient/*.rs";

    private final Admin admin = Admin.ofRealm();
    private final App app =
            TestClient.of(admin, "launch", "patient/*.cruds", "fhirUser").app();

    @Nested
    class Given_a_person_who_reads_another_language {
        @Test
        void L_05_survives_a_change_of_language() {
            Ehr ehr = Ehr.of(admin);
            TestUser user = admin.user("example.org");
            user.joins(ehr.project(), "Practitioner/clinician", "clinician");
            Person person = Person.of(user);
            Page english = app.authorize(person.browser(), SCOPE, ehr.launch(app, "{'patient': 'ann'}"));

            String german = english.html().select("[value*=kc_locale=de]").attr("abs:value");
            Page changed = person.browser().open(english.address().resolve(german));

            assertThat(changed.html().select("html").attr("lang")).isEqualTo("de");
            assertThat(app.exchange(person.signIn(changed)).answer().text("patient"))
                    .isEqualTo("ann");
        }
    }

    @Nested
    class Given_a_person_who_signs_in_at_the_identity_provider_of_their_organization {
        private static final String DAVE = "dave@lakeside.example";
        private static final String SERVER = "http://localhost:8090/fhir/lakeside";

        @Test
        void L_05_survives_the_way_there_and_back() {
            Page there = app.authorize(new Browser(), SCOPE, Map.of("launch", launch(), "aud", SERVER))
                    .email(DAVE);
            assertThat(there.address().getPath()).startsWith("/realms/lakeside-idp/");

            Page back = there.submit(
                    "kc-form-login", Map.of("username", List.of(DAVE), "password", List.of(Admin.PASSWORD)), "login");

            Tokens tokens = app.exchange(back);
            assertThat(tokens.answer().text("patient")).isEqualTo("ann");
            assertThat(tokens.accessClaims().path("project").asText()).isEqualTo("lakeside");
        }

        private String launch() {
            App ehr = new App("demo-ehr", Optional.of("demo-ehr-secret"));
            String token = ehr.token(Map.of("grant_type", "client_credentials")).accessToken();
            Answer answer = Ehr.register(
                    Admin.JSON
                            .createObjectNode()
                            .put("client_id", app.clientId())
                            .put("iss", SERVER)
                            .set("context", Admin.JSON.createObjectNode().put("patient", "ann"))
                            .toString(),
                    token);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            return answer.text("launch");
        }
    }
}
