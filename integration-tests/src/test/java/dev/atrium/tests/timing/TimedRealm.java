package dev.atrium.tests.timing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import java.net.URI;
import java.util.Map;
import java.util.stream.IntStream;

/** A realm like the demo's with as many accounts of each kind as there are samples, each to be tried once. */
final class TimedRealm implements AutoCloseable {
    static final String WRONG = "not the password";

    private static final int MANY = 1000;

    private final TestRealm realm = TestRealm.delivered();

    TimedRealm(int samples) {
        realm.admin().create("clients", passwordClient());
        people(samples);
        lockAfter(MANY);
        failEach(samples, Account.KNOWN); // so that Keycloak remembers all alike
        failEach(samples, Account.DISABLED);
        lockAfter(1);
        failEach(samples, Account.LOCKED);
        lockAfter(MANY);
    }

    /** The page that asks for the address. */
    Page emailPage() {
        URI address = App.PLAIN.authorizationUrl("openid", Map.of());
        return new Browser()
                .open(URI.create(address.toString().replace("/realms/atrium/", "/realms/" + realm.name() + "/")));
    }

    @Override
    public void close() {
        realm.close();
    }

    /** Counted as a failure, by the way with the fewest requests. */
    private void failEach(int samples, Account account) {
        String endpoint = App.endpoint("/token").toString();
        URI here = URI.create(endpoint.replace("/realms/atrium/", "/realms/" + realm.name() + "/"));
        IntStream.range(0, samples)
                .mapToObj(account::email)
                .forEach(email -> Answer.post(
                        here,
                        App.query(Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "passwords",
                                "username",
                                email,
                                "password",
                                WRONG))));
    }

    private static ObjectNode passwordClient() {
        return Admin.JSON
                .createObjectNode()
                .put("clientId", "passwords")
                .put("publicClient", true)
                .put("directAccessGrantsEnabled", true);
    }

    private void lockAfter(int failures) {
        ObjectNode protection = Admin.JSON
                .createObjectNode()
                .put("bruteForceProtected", true)
                .put("permanentLockout", false)
                .put("failureFactor", failures)
                .put("waitIncrementSeconds", 86_400)
                .put("maxFailureWaitSeconds", 86_400)
                .put("quickLoginCheckMilliSeconds", 0);
        assertThat(realm.admin().put("", protection).status()).isEqualTo(204);
    }

    private void people(int samples) {
        ObjectNode imported = Admin.JSON.createObjectNode().put("ifResourceExists", "FAIL");
        ArrayNode users = imported.putArray("users");
        for (int number = 0; number < samples; number++) {
            for (Account account : Account.values()) {
                if (account != Account.UNKNOWN) {
                    add(users, account.email(number), account != Account.DISABLED);
                }
            }
        }
        assertThat(realm.admin().post("partialImport", imported).status()).isEqualTo(200);
    }

    private static void add(ArrayNode users, String email, boolean enabled) {
        ObjectNode user = users.addObject()
                .put("username", email)
                .put("email", email)
                .put("emailVerified", true)
                .put("firstName", "Test")
                .put("lastName", "User")
                .put("enabled", enabled);
        user.putArray("credentials").addObject().put("type", "password").put("value", Admin.PASSWORD);
    }
}
