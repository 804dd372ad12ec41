package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.store.TestPostgres;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.Http;
import dev.atrium.tests.server.OwnServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Two nodes of a cluster share one outbox, and what they mail: a code is good on either. */
@Tag("own")
@TestInstance(Lifecycle.PER_CLASS)
class TwoNodesIT {
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
        people.signInByCode();
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

    @Nested
    class Given_a_code_to_sign_in_that_one_node_has_mailed {
        private static final int TRIES = 10;

        private final Browser browser = new Browser();
        private String code;
        private URI action;

        @BeforeEach
        void asked_for() {
            String email = people.whoSignsInByCode();
            Page page = browser.open(at(one, App.PLAIN.authorizationUrl("openid", Map.of())))
                    .email(email);
            Matcher digits = Pattern.compile("(?m)^(\\d{6})$")
                    .matcher(mails.await(email).text().replace("\r", ""));
            assertThat(digits.find()).isTrue();
            code = digits.group(1);
            action = URI.create(page.html().getElementById("atrium-code").absUrl("action"));
        }

        @Test
        void the_other_takes_it() {
            Page callback = browser.post(at(other, action), Map.of("code", List.of(code)));
            assertThat(callback.callback()).containsKey("code");
        }

        @Test
        void the_other_refuses_another() {
            String wrong = code.equals("123456") ? "654321" : "123456";
            assertThat(browser.post(at(other, action), Map.of("code", List.of(wrong)))
                            .text())
                    .contains("This code is not correct.");
        }

        @Test
        void of_both_together_they_take_it_once() throws Exception {
            List<Callable<HttpResponse<String>>> tries = IntStream.range(0, TRIES)
                    .mapToObj(i -> request(i % 2 == 0 ? one : other))
                    .<Callable<HttpResponse<String>>>map(request -> () -> Http.send(request))
                    .toList();
            ExecutorService connections = Executors.newFixedThreadPool(TRIES);
            int signedIn = 0;
            for (Future<HttpResponse<String>> answer : connections.invokeAll(tries)) {
                String location = answer.get().headers().firstValue("Location").orElse("");
                signedIn += location.contains("code=") ? 1 : 0;
            }
            connections.shutdown();
            assertThat(signedIn).isEqualTo(1);
        }

        private HttpRequest request(OwnServer node) {
            return HttpRequest.newBuilder(at(node, action))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Cookie", "AUTH_SESSION_ID=" + browser.cookie("AUTH_SESSION_ID"))
                    .POST(BodyPublishers.ofString("code=" + code))
                    .build();
        }

        /** The same page at this node. */
        private static URI at(OwnServer node, URI page) {
            return node.baseUrl().resolve(page.getRawPath() + "?" + page.getRawQuery());
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
