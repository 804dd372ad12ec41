package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.store.TestPostgres;
import dev.atrium.tests.server.OwnServer;
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

/** Two nodes of a cluster share one outbox. */
@Tag("own")
@TestInstance(Lifecycle.PER_CLASS)
class OutboxTwoNodesIT {
    private static final int MANY = 60;

    private MailServer mails;
    private OwnServer one;
    private OwnServer other;
    private People people;

    @BeforeAll
    void two_nodes() {
        mails = MailServer.start();
        String database = TestPostgres.start();
        Map<String, String> cluster = Map.of(
                "KC_CACHE", "ispn",
                "KC_CACHE_EMBEDDED_NETWORK_BIND_ADDRESS", "127.0.0.1",
                "KC_SPI_ATRIUM_OUTBOX__JPA__ATTEMPT_SECONDS", "6");
        one = OwnServer.on(database, cluster);
        other = OwnServer.on(database, cluster);
        people = new People(one);
        people.mailsTo(mails);
    }

    @AfterAll
    void gone() {
        one.close();
        other.close();
        mails.close();
    }

    @Nested
    class Given_mails_from_both_nodes {
        @Test
        void each_arrives_once() {
            List<String> addresses = sent();
            addresses.forEach(mails::await);
            Eventually.holds(() -> people.waiting() == 0, () -> "still waiting: " + people.waiting());
            assertThat(addresses)
                    .allSatisfy(address -> assertThat(mails.mailsTo(address)).hasSize(1));
        }
    }

    @Nested
    class Given_mails_that_wait {
        @Test
        void each_node_tells_how_many_and_for_how_long() {
            mails.stop();
            String name = people.person();
            String address = people.sendVerification(one, name);
            for (OwnServer node : List.of(one, other)) {
                Eventually.holds(
                        () -> node.metrics().contains("atrium_outbox_waiting 1.0"),
                        () -> node.metrics()
                                .lines()
                                .filter(line -> line.startsWith("atrium"))
                                .toList()
                                .toString());
                assertThat(node.metrics())
                        .contains(
                                "atrium_outbox_sent_total ",
                                "atrium_outbox_failed 0.0",
                                "atrium_outbox_oldest_age_seconds ");
            }
            mails.restart();
            mails.await(address);
        }
    }

    @Nested
    class Given_a_mail_server_that_answers_a_byte_now_and_then {
        @Test
        void it_is_waited_for_no_longer_than_an_attempt_may_last_and_a_mail_arrives_when_it_behaves() {
            mails.mood(MailServer.Mood.DRIPS);
            String address = people.sendVerification(one, people.person());
            Eventually.holds(
                    () -> people.problems().contains("The mail server did not answer in time."),
                    () -> people.problems().toString());
            mails.mood(MailServer.Mood.TAKES);
            mails.await(address);
            Eventually.holds(() -> people.waiting() == 0, () -> "still waiting: " + people.waiting());
            assertThat(mails.mailsTo(address)).hasSize(1);
        }
    }

    private List<String> sent() {
        List<String> names =
                IntStream.range(0, MANY).mapToObj(i -> people.person()).toList();
        return IntStream.range(0, MANY)
                .parallel()
                .mapToObj(i -> people.sendVerification(i % 2 == 0 ? one : other, names.get(i)))
                .toList();
    }
}
