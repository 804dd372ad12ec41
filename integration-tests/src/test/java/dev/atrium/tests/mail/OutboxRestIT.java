package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.mail.MailServer.Mood;
import dev.atrium.tests.server.AtriumServer;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code atrium/outbox}: what an administrator sees of messages and does with them. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class OutboxRestIT {
    private static final String ANN = "ann@example.org";

    private final MailServer mails = MailServer.start();
    private TestRealm realm;
    private String ann;

    @BeforeEach
    void a_realm_with_a_mail_server() {
        realm = TestRealm.create().mailsTo(mails);
        ann = realm.user("ann");
    }

    @AfterEach
    void gone() {
        realm.close();
        mails.close();
    }

    @Nested
    class Given_a_mail_that_was_sent {
        private JsonNode message;

        @BeforeEach
        void sent() {
            sendVerification();
            message = await("sent");
        }

        @Test
        void the_list_says_what_when_and_to_whom() {
            assertThat(message.path("topic").asText()).isEqualTo("email-verification");
            assertThat(message.path("recipient").asText()).isEqualTo(ANN);
            assertThat(message.path("userId").asText()).isEqualTo(ann);
            assertThat(message.path("attempts").asInt()).isEqualTo(1);
            assertThat(message.path("ended").asText()).isNotEmpty();
        }

        @Test
        void no_answer_holds_what_the_mail_says() {
            String link = mails.await(ANN).link();
            String secret = link.substring(link.indexOf("key=") + 4);
            assertThat(realm.admin().read("atrium/outbox").toString())
                    .doesNotContain(secret)
                    .doesNotContain("content");
            assertThat(realm.admin().read(path(message)).toString()).doesNotContain(secret);
        }

        @Test
        void it_is_sent_again_under_the_same_id_when_asked() {
            assertThat(realm.admin().post(path(message) + "/resend").status()).isEqualTo(200);
            Eventually.holds(() -> mails.mailsTo(ANN).size() == 2, () -> "not sent again");
            assertThat(mails.mailsTo(ANN))
                    .extracting(ReceivedMail::id)
                    .containsOnly(mails.await(ANN).id());
        }

        @Test
        void it_cannot_be_cancelled_any_more() {
            Answer answer = realm.admin().post(path(message) + "/cancel");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.json().path("error").asText()).isEqualTo("message_not_waiting");
        }

        @Test
        void it_is_purged_when_asked() {
            Answer answer = realm.admin().post("atrium/outbox/purge?state=sent");
            assertThat(answer.json().path("deleted").asInt()).isEqualTo(1);
            assertThat(realm.admin().get(path(message)).status()).isEqualTo(404);
        }

        @Test
        void filters_find_it_and_nothing_else() {
            assertThat(count("state=sent&channel=mail&topic=email-verification&recipient=Ann@Example.org&user=" + ann))
                    .isEqualTo(1);
            assertThat(count("state=waiting")).isZero();
            assertThat(count("channel=webhook")).isZero();
            assertThat(count("user=somebody-else")).isZero();
        }

        @Test
        void it_goes_with_its_user() {
            assertThat(realm.admin().delete("users/" + ann).status()).isEqualTo(204);
            assertThat(realm.admin().get(path(message)).status()).isEqualTo(404);
        }
    }

    @Nested
    class Given_a_mail_server_that_refuses {
        @BeforeEach
        void refusing() {
            mails.mood(Mood.REFUSES);
            sendVerification();
        }

        @Test
        void the_list_says_why_and_when_it_is_tried_again() {
            JsonNode message = awaitProblem();
            assertThat(message.path("state").asText()).isEqualTo("waiting");
            assertThat(message.path("problem").asText()).contains("554 5.7.1 Not today");
            assertThat(message.path("nextAttempt").asText()).isNotEmpty();
        }

        @Test
        void a_cancelled_mail_is_never_sent() {
            JsonNode message = awaitProblem();
            assertThat(realm.admin().post(path(message) + "/cancel").status()).isEqualTo(200);
            mails.mood(Mood.TAKES);
            sendVerification();
            mails.await(ANN);
            assertThat(mails.mailsTo(ANN)).hasSize(1);
            assertThat(realm.admin().read(path(message)).path("state").asText()).isEqualTo("cancelled");
        }
    }

    @Nested
    class Given_a_mailbox_that_does_not_exist {
        @Test
        void the_mail_fails_at_once_and_says_why_without_the_address() {
            mails.mood(Mood.KNOWS_NOBODY);
            sendVerification();
            JsonNode message = await("failed");
            assertThat(message.path("problem").asText())
                    .contains("5.1.1")
                    .doesNotContain(ANN)
                    .doesNotContainPattern("[\\r\\n]");
            assertThat(message.path("attempts").asInt()).isEqualTo(1);
        }
    }

    @Nested
    class Given_administrators_with_fewer_rights {
        @Test
        void those_who_only_view_users_see_no_messages() {
            assertThat(realm.adminWith("view-users").get("atrium/outbox").status())
                    .isEqualTo(403);
        }

        @Test
        void those_who_view_the_realm_and_its_users_see_but_do_not_change() {
            var viewer = realm.adminWith("view-users", "view-realm");
            assertThat(viewer.get("atrium/outbox").status()).isEqualTo(200);
            assertThat(viewer.post("atrium/outbox/purge").status()).isEqualTo(403);
        }
    }

    @Nested
    class Given_a_wrong_request {
        @Test
        void a_state_that_does_not_exist_is_refused_with_those_that_do() {
            Answer answer = realm.admin().get("atrium/outbox?state=lost");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("message").asText()).contains("waiting, sent, failed, cancelled");
        }

        @Test
        void an_id_that_is_none_is_not_found() {
            assertThat(realm.admin().get("atrium/outbox/42").status()).isEqualTo(404);
            assertThat(realm.admin().post("atrium/outbox/42/resend").status()).isEqualTo(404);
            assertThat(realm.admin().post("atrium/outbox/42/cancel").status()).isEqualTo(404);
        }

        @Test
        void another_realm_knows_nothing_of_a_message() {
            sendVerification();
            JsonNode message = await("sent");
            try (TestRealm other = TestRealm.create()) {
                assertThat(other.admin().get(path(message)).status()).isEqualTo(404);
            }
        }
    }

    private JsonNode await(String state) {
        return Eventually.get(
                () -> first("atrium/outbox?state=" + state),
                () -> realm.admin().read("atrium/outbox").toString());
    }

    private JsonNode awaitProblem() {
        return Eventually.get(
                () -> first("atrium/outbox").filter(found -> found.hasNonNull("problem")),
                () -> realm.admin().read("atrium/outbox").toString());
    }

    private Optional<JsonNode> first(String path) {
        return Optional.ofNullable(realm.admin().read(path).get(0));
    }

    private long count(String query) {
        return realm.admin().read("atrium/outbox/count?" + query).asLong();
    }

    private static String path(JsonNode message) {
        return "atrium/outbox/" + message.path("id").asText();
    }

    private void sendVerification() {
        assertThat(realm.admin()
                        .put("users/" + ann + "/send-verify-email", Admin.JSON.createObjectNode())
                        .status())
                .isEqualTo(204);
    }
}
