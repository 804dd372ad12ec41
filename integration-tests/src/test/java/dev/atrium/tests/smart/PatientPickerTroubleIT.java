package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The FHIR server does not do its part while a patient is looked for: the page says so, and nobody gets in by it. */
@ExtendWith(AtriumServer.class)
class PatientPickerTroubleIT {
    private static final String JSON = "application/fhir+json";

    private final PatientServer server = PatientServer.start().patient("ann", "Ann", "Smith", "1970-01-01");
    private final PickerVisit visit = PickerVisit.at(server).asClinician();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void no_server() {
        over.countDown();
        server.close();
    }

    @Nested
    class Given_a_server_that_is_slow {
        @Test
        void X_11_is_told_after_five_seconds_when_nothing_comes() {
            server.answers(exchange -> pause());

            Instant start = Instant.now();
            Page page = search();

            assertThat(PickerVisit.notice(page)).startsWith("The health records did not answer in time.");
            assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(9));
        }

        @Test
        void is_told_when_a_byte_comes_now_and_then() {
            server.answers(PatientPickerTroubleIT.this::drip);

            assertThat(PickerVisit.notice(search())).startsWith("The health records did not answer in time.");
        }

        @Test
        void finds_the_patient_when_it_is_well_again() {
            server.answers(504, JSON, "{}");
            Page slow = search();
            server.answers(200, JSON, bundle("{\"resourceType\": \"Patient\", \"id\": \"ann\"}"));

            Page found = PickerVisit.search(slow, "Ann");

            assertThat(PickerVisit.notice(slow)).startsWith("The health records did not answer in time.");
            assertThat(PickerVisit.rows(found)).containsExactly("No name recorded");
        }
    }

    @Nested
    class Given_a_server_that_is_down {
        @Test
        void is_told_and_the_event_tells_the_administrator() {
            Page first = visit.signIn(PickerVisit.STANDALONE);
            server.close();

            Page page = PickerVisit.search(first, "Ann");

            assertThat(PickerVisit.notice(page)).startsWith("The health records cannot be reached right now.");
            assertThat(PickerVisit.leave(page).callback()).containsEntry("error", "access_denied");
            assertThat(visit.admin().errorEvents(visit.user().id()))
                    .anySatisfy(event -> assertThat(
                                    event.path("details").path("reason").asText())
                            .endsWith("the FHIR server could not be searched: DOWN"));
        }

        @Test
        void is_told_when_it_says_so_itself() {
            server.answers(503, JSON, "{}");

            assertThat(PickerVisit.notice(search())).startsWith("The health records cannot be reached right now.");
        }
    }

    @Nested
    class Given_a_server_that_refuses {
        @Test
        void is_told_on_401() {
            server.answers(401, JSON, "{}");

            assertThat(PickerVisit.notice(search())).startsWith("The health records do not let you search");
        }

        @Test
        void is_told_on_403() {
            server.answers(403, JSON, "{}");

            assertThat(PickerVisit.notice(search())).startsWith("The health records do not let you search");
        }
    }

    @Nested
    class Given_an_answer_that_is_no_page_of_patients {
        private static final String UNREADABLE = "The health records gave an answer that cannot be read.";

        @Test
        void html_is_unreadable() {
            server.answers(200, "text/html", "<html><body>Sign in</body></html>");

            assertThat(PickerVisit.notice(search())).startsWith(UNREADABLE);
        }

        @Test
        void broken_json_is_unreadable() {
            server.answers(200, JSON, "{\"resourceType\": \"Bundle\", \"entry\": [");

            assertThat(PickerVisit.notice(search())).startsWith(UNREADABLE);
        }

        @Test
        void json_that_is_no_bundle_is_unreadable() {
            server.answers(200, JSON, "{\"resourceType\": \"OperationOutcome\"}");

            assertThat(PickerVisit.notice(search())).startsWith(UNREADABLE);
        }

        @Test
        void an_array_is_unreadable() {
            server.answers(200, JSON, "[1, 2]");

            assertThat(PickerVisit.notice(search())).startsWith(UNREADABLE);
        }

        @Test
        void more_than_two_megabytes_are_unreadable() {
            server.answers(200, JSON, bundle("{\"text\": \"" + "x".repeat(2_100_000) + "\"}"));

            assertThat(PickerVisit.notice(search())).startsWith(UNREADABLE);
        }

        @Test
        void a_redirect_is_not_followed() {
            server.answers(exchange -> {
                exchange.getResponseHeaders().set("Location", server.base() + "/elsewhere");
                PatientServer.send(exchange, 302, JSON, "{}");
            });

            assertThat(PickerVisit.notice(search())).startsWith(UNREADABLE);
            assertThat(server.asked()).noneMatch(asked -> asked.contains("elsewhere"));
        }

        @Test
        void what_is_not_a_patient_is_passed_over() {
            server.answers(
                    200,
                    JSON,
                    bundle(
                            "{\"resourceType\": \"Patient\", \"id\": \"../x\"}",
                            "null",
                            "{\"resourceType\": \"Person\", \"id\": \"p\"}"));

            assertThat(PickerVisit.notice(search())).startsWith("No patient was found.");
        }

        @Test
        void what_it_says_is_shown_as_text() {
            server.answers(
                    200,
                    JSON,
                    bundle(
                            "{\"resourceType\": \"Patient\", \"id\": \"a\", \"name\": [{\"text\": \"<b>Bold</b> & co\"}]}"));

            assertThat(PickerVisit.rows(search())).containsExactly("<b>Bold</b> & co");
        }
    }

    @Nested
    class Given_a_next_page_that_is_elsewhere {
        @Test
        void is_not_offered() {
            server.answers(
                    200,
                    JSON,
                    "{\"resourceType\": \"Bundle\", \"link\": [{\"relation\": \"next\", \"url\": \"http://localhost:9/fhir/Patient\"}],"
                            + " \"entry\": [{\"resource\": {\"resourceType\": \"Patient\", \"id\": \"ann\"}}]}");

            Page page = search();

            assertThat(PickerVisit.rows(page)).hasSize(1);
            assertThat(page.html().getElementById("atrium-more")).isNull();
        }
    }

    @Nested
    class Given_ten_thousand_patients {
        @Test
        void ten_are_shown_at_once() {
            for (int i = 0; i < 10_000; i++) {
                server.patient("p" + i, "Person", "Smith", "1970-01-01");
            }

            Page page = search();

            assertThat(PickerVisit.rows(page)).hasSize(10);
            assertThat(page.html().getElementById("atrium-more")).isNotNull();
        }
    }

    private Page search() {
        return PickerVisit.search(visit.signIn(PickerVisit.STANDALONE), "Smith");
    }

    private static String bundle(String... resources) {
        return "{\"resourceType\": \"Bundle\", \"entry\": [{\"resource\": "
                + String.join("}, {\"resource\": ", resources) + "}]}";
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", JSON);
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        while (over.getCount() > 0) {
            body.write(' ');
            body.flush();
            await(Duration.ofMillis(300));
        }
    }

    private void pause() {
        await(Duration.ofSeconds(20));
    }

    private void await(Duration atMost) {
        try {
            over.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
