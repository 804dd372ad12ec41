package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.mail.MailServer.Mood;
import dev.atrium.tests.server.AtriumServer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mails that waited for a mail server, while what they are sent for came to its end. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class OverOccasionsIT {
    private final Wording worded = new Wording();

    @BeforeEach
    void it_takes_no_mail() {
        worded.mails.mood(Mood.REFUSES);
    }

    @AfterEach
    void gone() {
        worded.close();
    }

    @Test
    void an_invitation_that_was_revoked() {
        String id = invited("ann@example.org");
        assertThat(worded.realm
                        .admin()
                        .post("atrium/invitations/" + id + "/revoke")
                        .status())
                .isIn(200, 204);
        assertGivenUp("invitation", "the invitation is revoked");
    }

    @Test
    void an_invitation_that_was_sent_again_goes_with_its_new_link_only() {
        String id = invited("ann@example.org");
        assertThat(worded.realm
                        .admin()
                        .post("atrium/invitations/" + id + "/resend")
                        .status())
                .isIn(200, 204);
        assertGivenUp("invitation", "the invitation was sent again, with another link");
    }

    @Test
    void a_welcome_of_somebody_whose_membership_ended() {
        worded.welcome("ann", "en", "riverside");
        JsonNode membership = worded.realm.admin().read("atrium/memberships").path(0);
        assertThat(worded.realm
                        .admin()
                        .delete("atrium/memberships/" + membership.path("id").asText())
                        .status())
                .isEqualTo(204);
        assertGivenUp("welcome", "the membership has ended");
    }

    @Test
    void a_welcome_of_somebody_who_is_disabled() {
        worded.welcome("ann", "en", "riverside");
        String ann = worded.realm.admin().list("users?username=ann", "id").get(0);
        worded.realm.admin().put("users/" + ann, Admin.JSON.createObjectNode().put("enabled", false));
        assertGivenUp("welcome", "the recipient is disabled");
    }

    @Test
    void a_welcome_to_an_organization_that_is_disabled() {
        worded.welcome("ann", "en", "riverside");
        ObjectNode organization = (ObjectNode)
                worded.realm.admin().read("organizations?search=riverside").path(0);
        String path = "organizations/" + organization.path("id").asText();
        organization = ((ObjectNode) worded.realm.admin().read(path)).put("enabled", false);
        assertThat(worded.realm.admin().put(path, organization).status()).isEqualTo(204);
        assertGivenUp("welcome", "the organization is disabled");
    }

    @Test
    void a_welcome_is_sent_although_the_realm_has_organizations_off_by_then() {
        worded.welcome("ann", "en", "riverside");
        Eventually.holds(
                () -> isRefusedOrGivenUp("welcome"),
                () -> worded.realm.admin().read("atrium/outbox").toString());
        ObjectNode off = Admin.JSON.createObjectNode().put("organizationsEnabled", false);
        assertThat(worded.realm.admin().put("", off).status()).isEqualTo(204);
        worded.mails.mood(Mood.TAKES);
        Eventually.holds(
                () -> {
                    again("welcome");
                    return message("welcome").path("state").asText().equals("sent");
                },
                () -> message("welcome").toString());
    }

    @Test
    void a_mail_whose_server_and_sender_were_removed_says_so() {
        worded.welcome("ann", "en", "riverside");
        Answer removed = worded.realm
                .admin()
                .put("", Admin.JSON.createObjectNode().set("smtpServer", Admin.JSON.createObjectNode()));
        assertThat(removed.status()).as(removed.body()).isEqualTo(204);
        Eventually.holds(
                () -> {
                    again("welcome");
                    return message("welcome")
                            .path("problem")
                            .asText()
                            .equals("There is no longer a mail server; set one in the e-mail settings of the realm.");
                },
                () -> message("welcome").toString());
    }

    private String invited(String address) {
        ObjectNode invitation = TestRealm.membershipBody("riverside", "", "Practitioner/x", "reader");
        invitation.remove("user");
        Answer answer = worded.realm.admin().post("atrium/invitations", invitation.put("email", address));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    /** It is tried again, now that it would be taken, and given up; what is under way is refused before. */
    private void assertGivenUp(String topic, String why) {
        Eventually.holds(
                () -> isRefusedOrGivenUp(topic),
                () -> worded.realm.admin().read("atrium/outbox").toString());
        worded.mails.mood(Mood.TAKES);
        Eventually.holds(
                () -> {
                    again(topic);
                    return worded.realm.admin().read("atrium/outbox?state=failed").findValuesAsText("problem").stream()
                            .anyMatch(problem -> problem.equals("It is no longer sent: " + why + "."));
                },
                () -> worded.realm.admin().read("atrium/outbox").toString());
    }

    private void again(String topic) {
        worded.realm.admin().read("atrium/outbox?state=waiting").forEach(message -> {
            if (message.path("topic").asText().equals(topic)) {
                worded.realm.admin().post("atrium/outbox/" + message.path("id").asText() + "/resend");
            }
        });
    }

    /** The first attempt is over: it left its reason. */
    private boolean isRefusedOrGivenUp(String topic) {
        return StreamSupport.stream(worded.realm.admin().read("atrium/outbox").spliterator(), false)
                .filter(message -> message.path("topic").asText().equals(topic))
                .anyMatch(message -> message.hasNonNull("problem"));
    }

    private JsonNode message(String topic) {
        for (JsonNode message : worded.realm.admin().read("atrium/outbox")) {
            if (message.path("topic").asText().equals(topic)) {
                return message;
            }
        }
        throw new AssertionError("nothing about " + topic);
    }
}
