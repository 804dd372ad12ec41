package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.mail.Eventually;
import java.util.LinkedHashMap;
import java.util.Map;

/** Accounts that a stranger must not tell apart, each in a realm that locks at the first wrong password. */
final class AccountKinds {
    /** By what they are, the address of each. */
    final Map<String, String> emails = new LinkedHashMap<>();

    private final TestRealm realm;
    private final Stranger stranger;

    AccountKinds(TestRealm realm) {
        this.realm = realm;
        this.stranger = new Stranger(realm, "en");
        emails.put("nobody", "nobody@example.org");
        emails.put("known", person("known", user -> {}));
        emails.put("disabled", person("disabled", user -> user.put("enabled", false)));
        emails.put("without a password", person("passless", user -> user.remove("credentials")));
        emails.put("with a passkey only", person("passkey", AccountKinds::passkeyOnly));
        emails.put("of an identity provider's domain", ofLakeside());
        emails.put("locked for good", locked("forever", true));
        emails.put("locked for a time", locked("awhile", false));
        locks(false, 30);
    }

    /** A user name with a free domain, and an address in that of an identity provider. */
    private String ofLakeside() {
        person("lakeside", user -> user.put("email", "lakeside@lakeside.example"));
        return "lakeside@example.org";
    }

    private static void passkeyOnly(ObjectNode user) {
        user.putArray("credentials")
                .addObject()
                .put("type", "webauthn-passwordless")
                .put("secretData", "{}")
                .put(
                        "credentialData",
                        "{\"aaguid\":\"00000000-0000-0000-0000-000000000000\",\"credentialId\":\"AA\",\"counter\":0,"
                                + "\"credentialPublicKey\":\"AA\"}");
    }

    private String locked(String name, boolean forGood) {
        String email = person(name, user -> {});
        locks(forGood, 1);
        stranger.typesPassword(email, "not the password");
        String path = "attack-detection/brute-force/users/" + realm.userId(email);
        Eventually.holds(() -> realm.admin().read(path).path("disabled").asBoolean(), () -> email + " is not locked");
        return email;
    }

    private void locks(boolean forGood, int afterFailures) {
        ObjectNode protection = Admin.JSON
                .createObjectNode()
                .put("bruteForceProtected", true)
                .put("permanentLockout", forGood)
                .put("maxTemporaryLockouts", 0)
                .put("failureFactor", afterFailures)
                .put("waitIncrementSeconds", 86_400)
                .put("maxFailureWaitSeconds", 86_400)
                .put("quickLoginCheckMilliSeconds", 0);
        assertThat(realm.admin().put("", protection).status()).isEqualTo(204);
    }

    private String person(String name, java.util.function.Consumer<ObjectNode> change) {
        String email = name + "@example.org";
        ObjectNode user = TestUser.representation(email);
        change.accept(user);
        realm.admin().create("users", user);
        return email;
    }
}
