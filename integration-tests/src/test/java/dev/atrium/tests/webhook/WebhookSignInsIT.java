package dev.atrium.tests.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.AccountConsole;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.server.AtriumServer;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What webhooks tell of sign-ins and consents, checked against the schemas in the docs. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class WebhookSignInsIT {
    private final WebhookReceiver receiver = WebhookReceiver.start();
    private final AdminRest admin = AdminRest.of("atrium");
    private TestUser ann;
    private String membership;
    private TestWebhook webhook;

    @BeforeEach
    void a_person_and_a_subscription() {
        webhook = TestWebhook.of(admin, receiver, "sign-in.*", "consent.*");
        ann = Admin.ofRealm().user("example.org");
        membership = ann.joins("riverside", "Patient/ann", "patient-self");
    }

    @AfterEach
    void gone() {
        admin.delete(webhook.path());
        receiver.close();
    }

    @Nested
    class Given_a_sign_in {
        @Test
        void tells_who_signed_in_to_which_app_as_whom() {
            Person.of(ann).tokens(App.PORTAL, "openid fhirUser");
            ReceivedWebhook told = told("sign-in.succeeded");
            assertThat(told.data("clientId")).isEqualTo("clinician-portal");
            assertThat(told.data("project")).isEqualTo("riverside");
            assertThat(told.data("membershipId")).isEqualTo(membership);
        }

        @Test
        void tells_no_project_where_none_was_chosen() {
            Person.of(ann).tokens(App.PLAIN, "openid");
            assertThat(told("sign-in.succeeded").json().path("data").has("project"))
                    .isFalse();
        }

        @Test
        void tells_of_a_refusal_though_nothing_of_it_was_committed() {
            App.PLAIN.authorize(new Browser(), "openid").email(ann.email()).password("wrong");
            ReceivedWebhook told = told("sign-in.refused");
            assertThat(told.data("error")).isEqualTo("invalid_user_credentials");
            assertThat(told.text()).doesNotContain(ann.email(), "wrong", "127.0.0.1");
        }
    }

    @Nested
    class Given_more_refusals_than_the_receiver_takes {
        @Test
        void only_some_wait_so_that_other_events_are_not_held_up() {
            TestWebhook slow = TestWebhook.of(admin, TestWebhook.body("http://127.0.0.1:9/hook", "sign-in.*"));
            for (int i = 0; i < 30; i++) {
                new App("nobody", Optional.empty()).authorize(new Browser(), "openid");
            }
            Person.of(ann).tokens(App.PLAIN, "openid");
            String waiting = "atrium/outbox?state=waiting&max=100&recipient=" + slow.id();
            assertThat(admin.list(waiting, "topic")).hasSize(21).contains("sign-in.succeeded");
            admin.delete(slow.path());
        }
    }

    @Nested
    class Given_a_consent {
        @BeforeEach
        void agree() {
            App.SMART_APP.exchange(Person.of(ann)
                    .signIn(App.SMART_APP, "openid patient/*.rs launch/patient")
                    .allow());
        }

        @Test
        void tells_what_was_agreed_to() {
            ReceivedWebhook told = told("consent.granted");
            assertThat(told.data("clientId")).isEqualTo("smart-app");
            assertThat(told.data("membershipId")).isEqualTo(membership);
            assertThat(told.json().path("data").path("scopes")).hasSize(2);
        }

        @Test
        void tells_that_the_person_took_it_back() {
            assertThat(AccountConsole.of(Person.of(ann))
                            .removeAccess(App.SMART_APP)
                            .status())
                    .isEqualTo(204);
            assertThat(told("consent.revoked").data("clientId")).isEqualTo("smart-app");
        }

        @Test
        void tells_that_an_administrator_took_it_back() {
            assertThat(admin.delete("users/" + ann.id() + "/consents/smart-app").status())
                    .isEqualTo(204);
            assertThat(told("consent.revoked").data("clientId")).isEqualTo("smart-app");
        }
    }

    private ReceivedWebhook told(String type) {
        ReceivedWebhook told = receiver.await(received ->
                received.type().equals(type) && received.data("userId").equals(ann.id()));
        Schemas.assertFits(told);
        return told;
    }
}
