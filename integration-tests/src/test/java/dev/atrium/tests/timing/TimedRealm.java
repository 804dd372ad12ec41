package dev.atrium.tests.timing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import java.net.URI;
import java.util.Map;

/** A realm like the demo's with as many accounts of each kind as there are samples, each to be tried once. */
final class TimedRealm implements AutoCloseable {
    static final String WRONG = "not the password";

    private final TestRealm realm = TestRealm.delivered();

    TimedRealm(int samples) {
        lockAfterTwoFailures();
        people(samples);
        for (int number = 0; number < samples; number++) {
            for (Account account : Account.values()) {
                fail(account.email(number)); // so that what Keycloak remembers of each is the same
            }
            fail(Account.LOCKED.email(number));
        }
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

    private void fail(String email) {
        emailPage().email(email).password(WRONG);
    }

    private void lockAfterTwoFailures() {
        ObjectNode protection = Admin.JSON
                .createObjectNode()
                .put("bruteForceProtected", true)
                .put("failureFactor", 2)
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
