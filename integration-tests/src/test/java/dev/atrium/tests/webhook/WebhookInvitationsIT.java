package dev.atrium.tests.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What webhooks tell of invitations, checked against the schema in the docs. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class WebhookInvitationsIT {
    private final WebhookReceiver receiver = WebhookReceiver.start();
    private TestRealm realm;
    private String invitation;
    private URI link;

    @BeforeEach
    void somebody_is_invited() {
        realm = TestRealm.create();
        realm.project("clinic");
        realm.policy("reader", "user/*.rs");
        TestWebhook.of(
                realm.admin(), TestWebhook.body(receiver.url(), "invitation.*").put("project", "clinic"));
        ObjectNode body = Admin.JSON
                .createObjectNode()
                .put("email", "ann@example.org")
                .put("project", "clinic")
                .put("profile", "Practitioner/ann")
                .put("policy", "reader")
                .put("words", "See you soon")
                .put("sendEmail", false);
        Answer invited = realm.admin().post("atrium/invitations", body);
        invitation = invited.text("id");
        link = URI.create(invited.text("link"));
    }

    @AfterEach
    void gone() {
        realm.close();
        receiver.close();
    }

    @Nested
    class Given_an_invitation {
        @Test
        void tells_that_it_was_made_and_nothing_of_the_person() {
            ReceivedWebhook told = told("invitation.created");
            assertThat(told.data("invitationId")).isEqualTo(invitation);
            assertThat(told.data("project")).isEqualTo("clinic");
            assertThat(told.text()).doesNotContain("ann", "soon", "links");
        }

        @Test
        void tells_that_it_was_accepted_and_nothing_of_the_person() {
            new Browser().open(link).submit("atrium-link", Map.of(), "send");
            ReceivedWebhook told = told("invitation.accepted");
            assertThat(told.data("invitationId")).isEqualTo(invitation);
            assertThat(told.data("project")).isEqualTo("clinic");
            assertThat(told.text()).doesNotContain("ann", "soon", "links");
        }

        @Test
        void tells_that_it_was_taken_back() {
            realm.admin().post("atrium/invitations/" + invitation + "/revoke");
            assertThat(told("invitation.revoked").data("invitationId")).isEqualTo(invitation);
        }

        @Test
        void tells_nothing_when_it_is_sent_again() {
            realm.admin().post("atrium/invitations/" + invitation + "/resend", "{\"sendEmail\":false}");
            realm.admin().post("atrium/invitations/" + invitation + "/revoke");
            told("invitation.revoked");
            assertThat(receiver.taken())
                    .extracting(ReceivedWebhook::type)
                    .containsExactly("invitation.created", "invitation.revoked");
        }
    }

    private ReceivedWebhook told(String type) {
        ReceivedWebhook told = receiver.await(type);
        Schemas.assertFits(told);
        return told;
    }
}
