package dev.atrium.tests.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.docs.Example;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes behind a load balancer: people do not notice when one ends. */
@Tag("container")
class ClusterIT {
    @RegisterExtension
    static final Compose COMPOSE = Compose.cluster();

    private static final String SCOPE = "openid fhirUser launch/patient patient/*.rs user/*.rs";

    @Nested
    class Given_that_the_node_of_a_sign_in_is_killed {
        private final Browser browser = new Browser();

        @Test
        void at_the_domain_stage_it_goes_on_at_the_other() {
            Page domain = domain(browser);
            kill(browser, () -> assertSignedIn(scopes(profiles(password(domain)))));
        }

        @Test
        void at_the_credentials_stage_it_goes_on_at_the_other() {
            Page password = password(domain(browser));
            kill(browser, () -> assertSignedIn(scopes(profiles(password))));
        }

        @Test
        void at_the_profile_stage_it_goes_on_at_the_other() {
            Page profiles = profiles(password(domain(browser)));
            kill(browser, () -> assertSignedIn(scopes(profiles)));
        }

        @Test
        void at_the_scope_stage_it_goes_on_at_the_other() {
            Page scopes = scopes(profiles(password(domain(browser))));
            kill(browser, () -> assertSignedIn(scopes));
        }

        @Test
        void after_the_last_stage_its_code_and_its_tokens_are_good() {
            Page scopes = scopes(profiles(password(domain(browser))));
            Page callback = scopes.allow(scopes.scopes());
            kill(browser, () -> {
                Tokens tokens = App.SMART_APP.exchange(callback);
                assertThat(tokens.scopes()).contains("patient/*.rs");
                assertThat(App.SMART_APP.refresh(tokens.refreshToken()).scopes())
                        .contains("patient/*.rs");
            });
        }
    }

    @Nested
    class Given_that_the_nodes_are_restarted_one_after_the_other {
        @Test
        void no_sign_in_is_lost() {
            Page domain = domain(new Browser());
            Page password = password(domain(new Browser()));
            Page profiles = profiles(password(domain(new Browser())));
            Page scopes = scopes(profiles(password(domain(new Browser()))));
            AtomicBoolean enough = new AtomicBoolean();
            ExecutorService someone = Executors.newSingleThreadExecutor();
            Future<Integer> signIns = someone.submit(signInUntil(enough));

            COMPOSE.runAsShown(Example.of("container.md", "sh one after the other"));

            enough.set(true);
            someone.shutdown();
            assertThat(result(signIns)).isPositive();
            assertSignedIn(scopes(profiles(password(domain))));
            assertSignedIn(scopes(profiles(password)));
            assertSignedIn(scopes(profiles));
            assertSignedIn(scopes);
        }

        /** Signs in as somebody new all the time; gives how often that went well. */
        private static Callable<Integer> signInUntil(AtomicBoolean enough) {
            return () -> {
                int times = 0;
                while (!enough.get()) {
                    assertSignedIn(scopes(profiles(password(domain(new Browser())))));
                    times++;
                }
                return times;
            };
        }

        private static int result(Future<Integer> times) {
            try {
                return times.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            } catch (ExecutionException e) {
                throw new AssertionError("A sign-in during the restart: " + e.getCause(), e.getCause());
            }
        }
    }

    @Nested
    class Given_a_launch_that_an_ehr_has_registered {
        private static final String SERVER = "http://localhost:8090/fhir/riverside";
        private static final String LAUNCHED = "openid fhirUser launch patient/*.rs";

        private final Map<String, String> launch = Map.of("launch", registered(), "aud", SERVER, "prompt", "consent");

        @Test
        void each_node_knows_it_and_whether_it_is_used_up() {
            Browser browser = new Browser();
            Page here = App.SMART_APP.authorize(browser, LAUNCHED, launch);
            Page there = atAnotherNodeThan(browser);

            Tokens tokens = App.SMART_APP.exchange(arrival(here));
            assertThat(tokens.answer().text("patient")).isEqualTo("ann");
            assertThat(password(there).password(Admin.PASSWORD).callback()).containsEntry("error", "invalid_request");
        }

        private Page atAnotherNodeThan(Browser browser) {
            for (int i = 0; i < 20; i++) {
                Browser other = new Browser();
                Page page = App.SMART_APP.authorize(other, LAUNCHED, launch);
                if (!other.cookie("ATRIUM_NODE").equals(browser.cookie("ATRIUM_NODE"))) {
                    return page;
                }
            }
            throw new AssertionError("the load balancer knows one node only");
        }

        private static Page arrival(Page domain) {
            Page scopes = password(domain).password(Admin.PASSWORD);
            return scopes.allow(scopes.scopes());
        }

        private static String registered() {
            App ehr = new App("demo-ehr", Optional.of("demo-ehr-secret"));
            String token = ehr.token(Map.of("grant_type", "client_credentials")).accessToken();
            Answer answer = Answer.send(HttpRequest.newBuilder(App.realm("/atrium/launch"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"client_id\": \"smart-app\", \"iss\": \"" + SERVER
                            + "\", \"context\": {\"patient\": \"ann\"}}"))
                    .build());
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            return answer.text("launch");
        }
    }

    /** Kills the node that served this browser last, has the rest done, and starts the node again. */
    private static void kill(Browser browser, Runnable rest) {
        String node = browser.cookie("ATRIUM_NODE").equals("1") ? "keycloak" : "keycloak-2";
        COMPOSE.kill(node);
        try {
            rest.run();
        } finally {
            COMPOSE.startAgain(node);
        }
    }

    private static Page domain(Browser browser) {
        // Asked again each time, also where the person agreed before.
        return App.SMART_APP.authorize(browser, SCOPE, Map.of("prompt", "consent"));
    }

    private static Page password(Page domain) {
        return domain.email("bob@example.org");
    }

    private static Page profiles(Page password) {
        return Person.withPassword(password);
    }

    private static Page scopes(Page profiles) {
        return profiles.choose("patient");
    }

    private static void assertSignedIn(Page scopes) {
        List<String> asked = new ArrayList<>(scopes.scopes());
        assertThat(asked).contains("patient/*.rs");
        assertThat(App.SMART_APP.exchange(scopes.allow(asked)).scopes()).contains("patient/*.rs", "openid");
    }
}
