package dev.atrium.tests.timing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.mail.MailServer;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A realm like the demo's with as many accounts of each kind as there are samples, each to be tried once. */
final class TimedRealm implements AutoCloseable {
    private static final int MANY = 1000;
    private static final int BROWSERS = 8;

    private final MailServer mails = MailServer.start();
    private final TestRealm realm = TestRealm.imported(file()).mailsTo(mails);

    TimedRealm(Map<Account, Integer> sizes) {
        realm.admin().create("clients", passwordClient());
        people(sizes);
        lockAfter(MANY);
        failEach(sizes, Account.KNOWN); // so that Keycloak remembers all alike
        failEach(sizes, Account.DISABLED);
        failEach(sizes, Account.PROVIDED);
        lockAfter(1);
        failEach(sizes, Account.LOCKED);
        lockAfter(MANY);
    }

    String name() {
        return realm.name();
    }

    @Override
    public void close() {
        realm.close();
        mails.close();
    }

    /** Where everybody may also have a code by e-mail. */
    private static ObjectNode file() {
        ObjectNode file = TestRealm.file();
        StreamSupport.stream(file.findParents("authenticator").spliterator(), false)
                .filter(step -> step.path("authenticator").asText().equals("atrium-domain"))
                .forEach(step -> ((ObjectNode) step).put("authenticatorConfig", "Rules"));
        file.withArray("authenticatorConfig")
                .addObject()
                .put("alias", "Rules")
                .putObject("config")
                .put("atrium.login-rules", "[{\"key\":\"*\",\"value\":\"password email-code\"}]");
        return file;
    }

    /** Counted as a failure, by the way with the fewest requests. */
    private void failEach(Map<Account, Integer> sizes, Account account) {
        Samples.inParallel(
                BROWSERS,
                IntStream.range(0, sizes.getOrDefault(account, 0))
                        .mapToObj(account::typed)
                        .map(typed -> (Callable<Answer>) () -> Visit.grant(realm.name(), typed))
                        .toList());
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

    private void people(Map<Account, Integer> sizes) {
        ObjectNode imported = Admin.JSON.createObjectNode().put("ifResourceExists", "FAIL");
        ArrayNode users = imported.putArray("users");
        sizes.forEach((account, size) -> {
            for (int number = 0; number < size && account != Account.UNKNOWN; number++) {
                add(users, account, number);
            }
        });
        assertThat(realm.admin().post("partialImport", imported).status()).isEqualTo(200);
    }

    private static void add(ArrayNode users, Account account, int number) {
        ObjectNode user = users.addObject()
                .put("username", account.typed(number))
                .put("email", account.email(number))
                .put("emailVerified", true)
                .put("firstName", "Test")
                .put("lastName", "User")
                .put("enabled", account != Account.DISABLED);
        ObjectNode password = user.putArray("credentials").addObject().put("type", "password");
        if (account == Account.LONGHASH) {
            password.put("secretData", "{\"value\":\"bm9uZQ==\",\"salt\":\"c2FsdA==\"}")
                    .put("credentialData", "{\"algorithm\":\"pbkdf2-sha512\",\"hashIterations\":300000}");
        } else {
            password.put("value", Admin.PASSWORD);
        }
    }
}
