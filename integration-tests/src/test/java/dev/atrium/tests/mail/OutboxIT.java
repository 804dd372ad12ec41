package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.mail.MailServer.Mood;
import dev.atrium.tests.server.AtriumServer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keycloak's own mails go through the outbox. */
@ExtendWith(AtriumServer.class)
class OutboxIT {
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
    class Given_a_mail_server_that_works {
        @Test
        void a_mail_arrives_once() {
            sendVerification();
            assertThat(theOnlyMail().subject()).isEqualTo("Verify email");
        }

        @Test
        void the_id_of_a_mail_is_the_one_in_the_outbox_and_of_the_senders_domain() {
            sendVerification();
            assertThat(mails.await(ANN).id()).matches("<[0-9a-f-]{36}@example\\.org>");
        }

        @Test
        void no_machine_answers_a_mail_by_mail() throws Exception {
            sendVerification();
            assertThat(mails.await(ANN).message().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        }

        @Test
        void a_mail_that_was_taken_counts_as_sent_though_the_server_hung_up_without_a_farewell() {
            mails.mood(Mood.HANGS_UP_AFTER_TAKING);
            sendVerification();
            mails.await(ANN);
            mails.mood(Mood.TAKES);
            sendVerification();
            Eventually.holds(
                    () -> mails.mailsTo(ANN).size() >= 2,
                    () -> "mails: " + mails.mailsTo(ANN).size());
            assertThat(mails.mailsTo(ANN)).extracting(ReceivedMail::id).doesNotHaveDuplicates();
        }
    }

    @Nested
    class Given_a_mail_server_that_takes_its_time {
        @Test
        void whoever_causes_a_mail_does_not_wait_for_it() {
            CountDownLatch answered = new CountDownLatch(1);
            mails.asks(moment -> comes(answered));
            sendVerification();
            assertThat(mails.mailsTo(ANN)).isEmpty();
            answered.countDown();
            mails.await(ANN);
        }

        private boolean comes(CountDownLatch latch) {
            try {
                return latch.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    @Nested
    class Given_a_mail_server_that_is_down {
        @Test
        void a_mail_arrives_once_when_it_is_up_again() {
            mails.stop();
            sendVerification();
            mails.restart();
            theOnlyMail();
        }
    }

    @Nested
    class Given_a_mail_server_that_misbehaves {
        @Test
        void a_mail_that_was_refused_arrives_once_when_it_is_taken() {
            arrivesAfter(Mood.REFUSES);
        }

        @Test
        void a_mail_that_was_cut_off_arrives_once() {
            arrivesAfter(Mood.HANGS_UP_IN_THE_MIDDLE);
        }

        private void arrivesAfter(Mood mood) {
            mails.mood(mood);
            sendVerification();
            mails.mood(Mood.TAKES);
            theOnlyMail();
        }
    }

    /** As soon as there is nothing left that might arrive a second time. */
    private ReceivedMail theOnlyMail() {
        mails.await(ANN);
        realm.nothingWaits();
        assertThat(mails.mailsTo(ANN)).hasSize(1);
        return mails.mailsTo(ANN).get(0);
    }

    private void sendVerification() {
        assertThat(realm.admin()
                        .put("users/" + ann + "/send-verify-email", Admin.JSON.createObjectNode())
                        .status())
                .isEqualTo(204);
    }
}
