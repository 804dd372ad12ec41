package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.store.TestPostgres;
import dev.atrium.tests.mail.MailServer.Mood;
import dev.atrium.tests.server.OwnServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Mails over hours and days, on a server whose clock is moved. */
@Tag("own")
@TestInstance(Lifecycle.PER_CLASS)
class OutboxHourIT {
    private static final int MANY = 10;
    private static final int A_FEW = 3;

    /** Less than three days together, after which a mail is given up. */
    private static final int ROUNDS = 8;

    private MailServer mails;
    private OwnServer server;
    private People people;
    private Duration ahead = Duration.ZERO;

    @BeforeAll
    void a_server_of_our_own() {
        mails = MailServer.start();
        server = OwnServer.on(TestPostgres.start(), Map.of());
        people = new People(server);
        people.mailsTo(mails);
    }

    @AfterAll
    void gone() {
        server.close();
        mails.close();
    }

    @Nested
    class Given_an_hour {
        @Test
        void in_which_the_mail_server_was_down_each_mail_arrives_once() {
            mails.stop();
            List<String> addresses = sent();
            anHourPasses();
            mails.restart();
            arriveOnce(addresses);
        }

        @Test
        void in_which_the_mail_server_refused_each_mail_arrives_once() {
            arriveOnce(sentWhile(Mood.REFUSES));
        }

        @Test
        void in_which_the_mail_server_hung_up_in_the_middle_each_mail_arrives_once() {
            arriveOnce(sentWhile(Mood.HANGS_UP_IN_THE_MIDDLE));
        }

        @Test
        void in_which_the_mail_server_took_thirty_seconds_for_each_mail_each_arrives_once() {
            mails.thinksFor(Duration.ofSeconds(30).toMillis());
            List<String> addresses = sent(A_FEW);
            addresses.forEach(mails::await);
            mails.thinksFor(0);
            arriveOnce(addresses);
        }

        private List<String> sentWhile(Mood mood) {
            mails.mood(mood);
            List<String> addresses = sent();
            anHourPasses();
            mails.mood(Mood.TAKES);
            return addresses;
        }
    }

    @Nested
    class Given_three_days {
        @Test
        void in_which_a_mail_could_not_be_sent_it_counts_as_failed() {
            mails.mood(Mood.REFUSES);
            String address = people.sendVerification(server, people.person());
            pass(Duration.ofDays(3).plusHours(1));
            Eventually.holds(() -> people.count("state=failed&recipient=" + address) == 1, () -> "not failed");
            mails.mood(Mood.TAKES);
            assertThat(mails.mailsTo(address)).isEmpty();
        }
    }

    private void arriveOnce(List<String> addresses) {
        // An attempt that was under way when the clock moved is made again hours after that.
        for (int round = 0; round < ROUNDS && people.waiting() > 0; round++) {
            pass(Duration.ofHours(5));
            Eventually.comes(() -> people.waiting() == 0, Duration.ofSeconds(15));
        }
        assertThat(addresses)
                .allSatisfy(address -> assertThat(mails.mailsTo(address)).hasSize(1));
    }

    private List<String> sent() {
        return sent(MANY);
    }

    private List<String> sent(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> people.sendVerification(server, people.person()))
                .toList();
    }

    /** Sixty minutes in steps, each of which lets what is due be tried. */
    private void anHourPasses() {
        for (int step = 0; step < 3; step++) {
            long before = people.attempts();
            pass(Duration.ofMinutes(20));
            Eventually.holds(() -> people.attempts() > before, () -> "nothing was tried");
        }
    }

    private void pass(Duration time) {
        ahead = ahead.plus(time);
        server.clockAhead(ahead);
    }
}
