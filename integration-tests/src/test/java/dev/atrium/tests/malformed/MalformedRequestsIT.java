package dev.atrium.tests.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.AccessToken;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two thousand malformed requests; {@code -Datrium.malformed=100000} sends as many as one likes, and
 * {@code -Datrium.malformed.seed=…} others, or those of a failure again.
 */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedRequestsIT {
    private static final int REQUESTS = Integer.getInteger("atrium.malformed", 2_000);
    private static final long SEED = Long.getLong("atrium.malformed.seed", 20261122);

    private List<JsonNode> memberships = List.of();
    private List<JsonNode> policies = List.of();
    private List<JsonNode> messaging = List.of();
    private List<String> wrong = List.of();
    private Prey prey;

    @BeforeAll
    void send_them() throws InterruptedException, ExecutionException {
        prey = Prey.make();
        Campaign campaign = new Campaign(SEED, Admin.ofRealm(), targets());
        messaging = Prey.all();
        memberships = all("memberships");
        policies = all("policies");
        wrong = campaign.run(REQUESTS);
        campaign.seen().forEach((answer, times) -> System.out.println("  " + times + " × " + answer));
    }

    @AfterAll
    void take_away_what_was_shot_at() {
        prey.close();
    }

    @Test
    void are_refused_without_a_server_error_a_stack_trace_or_a_token() {
        assertThat(wrong).isEmpty();
    }

    @Test
    void leave_every_membership_as_it_was() {
        assertThat(all("memberships")).isEqualTo(memberships);
    }

    @Test
    void leave_every_access_policy_as_it_was() {
        assertThat(all("policies")).isEqualTo(policies);
    }

    @Test
    void leave_every_subscription_hook_template_and_invitation_as_it_was() {
        assertThat(Prey.all()).isEqualTo(messaging);
    }

    @Test
    void keep_nobody_from_signing_in() {
        assertThat(signIn().scopes()).contains("user/*.rs");
    }

    private Targets targets() {
        Tokens tokens = signIn();
        AccessToken admin = AccessToken.ofAdmin("master", "admin", Admin.PASSWORD);
        return new Targets(
                new AdminRequests(admin::get, ids(all("memberships")), ids(all("policies"))),
                new TokenRequests(
                        Admin.ofRealm().user("example.org").email(), tokens.refreshToken(), tokens.accessToken()),
                new MessagingRequests(admin::get, prey),
                new LinkRequests(prey));
    }

    private static Tokens signIn() {
        Page callback = App.PORTAL
                .authorize(new Browser(), "openid fhirUser user/*.rs")
                .email("alice@riverside.example")
                .password(Admin.PASSWORD);
        return App.PORTAL.exchange(callback);
    }

    /** All there are, but for when they were last used. */
    private static List<JsonNode> all(String what) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode page = page(what, 0); !page.isEmpty(); page = page(what, all.size())) {
            page.forEach(all::add);
        }
        all.forEach(one -> ((ObjectNode) one).remove("lastUsed"));
        return all;
    }

    private static JsonNode page(String what, int first) {
        return Admin.ofRealm().read("atrium/" + what + "?max=100&first=" + first);
    }

    private static List<String> ids(List<JsonNode> all) {
        return all.stream().map(one -> one.path("id").asText()).toList();
    }
}
