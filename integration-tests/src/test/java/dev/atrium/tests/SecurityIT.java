package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.AccessToken;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestPolicy;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ways around the stages that are open in a stock Keycloak, or would be with less care. */
@ExtendWith(AtriumServer.class)
class SecurityIT {
    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);

    @BeforeEach
    void join() {
        user.joins("riverside", "Practitioner/" + user.id(), "reader", "Riverside");
    }

    @Nested
    class Given_a_page_in_somebody_s_browser {
        @BeforeEach
        void join_another() {
            user.joins("lakeside", "Practitioner/" + user.id(), "reader", "Lakeside");
        }

        @Test
        void takes_no_answer_from_another_browser() {
            Page profiles = person.signIn(App.PORTAL, "openid user/*.rs");

            Page stolen = new Page(new Browser(), profiles.address(), profiles.status(), profiles.html());
            Page after = stolen.choose("Lakeside");

            assertThat(after.isCallback()).isFalse();
            assertThat(profiles.choose("Riverside").callback()).containsKey("code");
        }
    }

    @Nested
    class Given_a_client_that_has_a_smart_scope_with_every_request {
        @Test
        void has_it_when_the_policy_allows_it() {
            App app = TestClient.of(admin, "fhirUser").withDefault("user/*.rs").app();

            assertThat(person.tokens(app, "openid").scopes()).containsExactlyInAnyOrder("openid", "user/*.rs");
        }

        @Test
        void is_refused_on_a_page_when_there_is_no_patient_for_it() {
            App app = TestClient.of(admin, "user/*.rs")
                    .withDefault("launch/patient")
                    .app();
            TestUser mayFindNone = admin.user("example.org");
            mayFindNone.joins(
                    "riverside",
                    "Practitioner/finds-none",
                    TestPolicy.of(admin, "user/Observation.rs").name());

            assertThat(Person.of(mayFindNone).signIn(app, "openid user/*.rs").title())
                    .isEqualTo("For patients only");
        }

        @Test
        void gets_no_token_at_all_when_the_policy_allows_less() {
            App app =
                    TestClient.of(admin, "fhirUser").withDefault("user/*.cruds").app();

            assertThat(person.signIn(app, "openid").title()).isEqualTo("You do not have permission");
        }
    }

    @Nested
    class Given_an_administrator_who_impersonates_a_person {
        @BeforeEach
        void impersonate() {
            Page impersonated = person.browser()
                    .send(HttpRequest.newBuilder(AtriumServer.baseUrl()
                                    .resolve("/admin/realms/atrium/users/" + user.id() + "/impersonation"))
                            .header(
                                    "Authorization",
                                    "Bearer "
                                            + AccessToken.ofAdmin("master", "admin", Admin.PASSWORD)
                                                    .get())
                            .POST(BodyPublishers.noBody())
                            .build());
            assertThat(impersonated.status()).isEqualTo(200);
        }

        @Test
        void is_granted_no_more_than_that_person() {
            Tokens tokens = App.PORTAL.exchange(App.PORTAL.authorize(person.browser(), "openid user/*.cruds"));

            assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "user/*.rs");
        }

        @Test
        void cannot_agree_for_that_person() {
            Page page = App.SMART_APP.authorize(person.browser(), "openid user/*.rs offline_access");

            assertThat(page.title()).isEqualTo("You cannot agree for someone else");
            assertThat(page.back().callback()).containsEntry("error", "access_denied");
        }
    }

    @Nested
    class Given_a_saml_client {
        @Test
        void lets_people_in_without_any_question_about_projects() {
            String name = "saml-" + UUID.randomUUID();
            ObjectNode client =
                    Admin.JSON.createObjectNode().put("clientId", name).put("protocol", "saml");
            client.putArray("redirectUris").add(Browser.CALLBACK);
            client.putObject("attributes")
                    .put("saml.client.signature", "false")
                    .put("saml_idp_initiated_sso_url_name", name)
                    .put("saml_assertion_consumer_url_post", Browser.CALLBACK);
            admin.created("clients", client);

            Page end = person.signIn(person.browser().open(App.realm("/protocol/saml/clients/" + name)));

            assertThat(end.html().select("input[name=SAMLResponse]")).hasSize(1);
        }
    }

    @Nested
    class Given_a_request_with_two_scope_parameters {
        @Test
        void is_refused() {
            URI request = URI.create(App.endpoint("/auth") + "?response_type=code&client_id=clinician-portal"
                    + "&redirect_uri=http%3A%2F%2Flocalhost%3A8091%2Fcallback&scope=openid&scope=user%2F*.cruds");

            assertThat(person.browser().open(request).callback()).containsEntry("error", "invalid_request");
        }
    }
}
