package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.store.TestPostgres;
import dev.atrium.tests.mail.MailServer.Moment;
import dev.atrium.tests.server.OwnServer;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * A server that is killed loses no mail, and doubles none but in one moment.
 *
 * <p>{@code -Datrium.crashes=13} kills it thirteen times in each test, instead of once.
 */
@Tag("own")
@TestInstance(Lifecycle.PER_CLASS)
class OutboxCrashIT {
    private static final int CRASHES = Integer.getInteger("atrium.crashes", 1);

    private MailServer mails;
    private OwnServer server;
    private People people;

    @BeforeAll
    void a_server_of_our_own() {
        mails = MailServer.start();
        server = OwnServer.on(TestPostgres.start(), Map.of("KC_SPI_ATRIUM_OUTBOX__JPA__ATTEMPT_SECONDS", "6"));
        people = new People(server);
        people.mailsTo(mails);
    }

    @AfterAll
    void gone() {
        server.close();
        mails.close();
    }

    @Nested
    class Given_a_server_that_is_killed {
        @Test
        void after_the_commit_and_before_the_attempt_its_mail_arrives_once() {
            for (int crash = 0; crash < CRASHES; crash++) {
                mails.stop();
                String address = people.sendVerification(server, people.person());
                server.kill();
                mails.restart();
                server.start();
                arrives(address);
                assertThat(mails.mailsTo(address)).hasSize(1);
            }
        }

        @Test
        void when_the_mail_server_has_just_answered_its_mail_arrives_once() {
            for (int crash = 0; crash < CRASHES; crash++) {
                assertThat(mails.mailsTo(killedAt(Moment.CONNECTED))).hasSize(1);
            }
        }

        @Test
        void in_the_middle_of_a_mail_that_mail_arrives_once() {
            for (int crash = 0; crash < CRASHES; crash++) {
                assertThat(mails.mailsTo(killedAt(Moment.IN_THE_MIDDLE))).hasSize(1);
            }
        }

        @Test
        void when_the_mail_server_has_just_taken_a_mail_a_second_one_has_the_same_id() {
            for (int crash = 0; crash < CRASHES; crash++) {
                assertThat(mails.mailsTo(killedAt(Moment.SAID_TAKEN)))
                        .hasSizeBetween(1, 2)
                        .extracting(ReceivedMail::id)
                        .containsOnly(
                                mails.mails().get(mails.mails().size() - 1).id());
            }
        }
    }

    @Nested
    class Given_a_server_that_is_told_to_stop {
        @Test
        void what_is_being_sent_is_sent_to_its_end_and_not_again() {
            CountDownLatch halfway = new CountDownLatch(1);
            mails.thinksFor(2_000);
            mails.asks(reached -> {
                halfway.countDown();
                return true;
            });
            String address = people.sendVerification(server, people.person());
            await(halfway);
            server.close();
            assertThat(mails.mailsTo(address)).hasSize(1);
            mails.thinksFor(0);
            server.start();
            arrives(address);
            assertThat(mails.mailsTo(address)).hasSize(1);
        }
    }

    /** Sends a mail, kills the server when the mail came so far, and starts it again; gives the address. */
    private String killedAt(Moment moment) {
        String person = people.person();
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        mails.asks(reached -> {
            if (reached != moment || killed.getCount() == 0) {
                return true;
            }
            await(answered); // the mail may be there before
            server.kill();
            killed.countDown();
            return false;
        });
        String address = people.sendVerification(server, person);
        answered.countDown();
        await(killed);
        mails.asks(reached -> true);
        server.start();
        arrives(address);
        return address;
    }

    /** What comes twice comes when its attempt counts as lost; until then it waits. */
    private void arrives(String address) {
        mails.await(address);
        Eventually.holds(() -> people.waiting() == 0, () -> "still waiting: " + people.waiting());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).as("it came so far").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
