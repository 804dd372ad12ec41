package dev.atrium.tests.login.emailcode;

import static dev.atrium.tests.login.emailcode.CodeRealm.not;
import static dev.atrium.tests.login.emailcode.CodeRealm.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** One code, sent from twenty connections at once. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class CodeRaceIT {
    private static final int MANY = 20;
    private static final int TRIES = 5;

    private CodeRealm realm;

    @BeforeAll
    void a_realm() {
        realm = new CodeRealm();
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_the_right_code {
        @Test
        void it_signs_in_exactly_once() throws Exception {
            String email = realm.person();
            Page page = realm.codePage(email);
            List<HttpResponse<String>> answers = atOnce(page, realm.code(email));
            assertThat(answers)
                    .filteredOn(answer -> answer.headers()
                            .firstValue("Location")
                            .filter(to -> to.contains("code="))
                            .isPresent())
                    .hasSize(1);
            assertThat(realm.admin().read("users/" + realm.userId(email) + "/sessions"))
                    .hasSize(1);
        }
    }

    @Nested
    class Given_wrong_codes {
        /** Keycloak lets one request of a sign-in, and of a person, try at a time; the others are no tries. */
        @Test
        void five_are_tried_and_each_is_counted_once() throws Exception {
            String email = realm.person();
            Page page = realm.codePage(email);
            String code = realm.code(email);
            atOnce(page, not(code));
            int atOnce = tried(email);
            assertThat(atOnce).isBetween(1, TRIES);

            Page wrong = realm.current(page);
            for (int i = atOnce; i < TRIES; i++) {
                assertThat(wrong.text()).doesNotContain("Too many wrong codes were entered.");
                wrong = type(wrong, not(code));
            }
            assertThat(type(wrong, code).text()).contains("Too many wrong codes were entered.");
            assertThat(tried(email)).isEqualTo(TRIES);
            int counted = realm.errors(email, "invalid_code");
            Eventually.holds(() -> realm.failures(email) == counted, () -> realm.failures(email) + " failures");
        }

        private int tried(String email) {
            return realm.errors(email, "invalid_code") + realm.errors(email, "user_temporarily_disabled");
        }
    }

    @Nested
    class Given_another_code_is_asked_for_at_once {
        @Test
        void one_mail_is_sent() throws Exception {
            String email = realm.person();
            Page page = realm.firstPage(new dev.atrium.tests.browser.Browser());
            send(page, "kc-form-login", Map.of("username", email));
            realm.mail(email, 1);
            realm.realm.nothingWaits();
            assertThat(realm.mails.mailsTo(email)).hasSize(1);
        }
    }

    private static List<HttpResponse<String>> atOnce(Page page, String code) throws Exception {
        return send(page, "atrium-code", Map.of("code", code));
    }

    private static List<HttpResponse<String>> send(Page page, String form, Map<String, String> fields)
            throws Exception {
        URI action = URI.create(page.html().getElementById(form).absUrl("action"));
        HttpRequest request = HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "AUTH_SESSION_ID=" + page.browser().cookie("AUTH_SESSION_ID"))
                .POST(BodyPublishers.ofString(App.query(fields)))
                .build();
        ExecutorService connections = Executors.newFixedThreadPool(MANY);
        CountDownLatch ready = new CountDownLatch(MANY);
        List<Future<HttpResponse<String>>> answers = IntStream.range(0, MANY)
                .mapToObj(i -> connections.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return Http.send(request);
                }))
                .toList();
        List<HttpResponse<String>> all = new java.util.ArrayList<>();
        for (Future<HttpResponse<String>> answer : answers) {
            all.add(answer.get());
        }
        connections.shutdown();
        return all;
    }
}
