package dev.atrium.tests.login.emailcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.mail.MailServer;
import dev.atrium.tests.mail.ReceivedMail;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo's realm with a mail server, where people with any address sign in with a code. */
final class CodeRealm implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{6})$");

    final MailServer mails = MailServer.start();
    final TestRealm realm = TestRealm.delivered().mailsTo(mails);

    CodeRealm() {
        ObjectNode settings = Admin.JSON
                .createObjectNode()
                .put("eventsEnabled", true)
                .put("bruteForceProtected", true)
                .put("failureFactor", 30)
                .put("quickLoginCheckMilliSeconds", 0);
        assertThat(admin().put("", settings).status()).isEqualTo(204);
    }

    AdminRest admin() {
        return realm.admin();
    }

    /** Somebody with a verified address; gives that. */
    String person() {
        return person(user -> {});
    }

    String person(Consumer<ObjectNode> change) {
        String email = "person-" + UUID.randomUUID() + "@example.org";
        ObjectNode user = Admin.JSON
                .createObjectNode()
                .put("username", email)
                .put("email", email)
                .put("emailVerified", true)
                .put("firstName", "Test")
                .put("lastName", "User")
                .put("enabled", true);
        user.putArray("credentials").addObject().put("type", "password").put("value", Admin.PASSWORD);
        change.accept(user);
        admin().create("users", user);
        return user.path("email").asText();
    }

    /** The page for the address. */
    Page firstPage(Browser browser) {
        return firstPage(browser, Map.of());
    }

    Page firstPage(Browser browser, Map<String, String> more) {
        return browser.open(here(App.PLAIN.authorizationUrl("openid", more)));
    }

    /** The page for the code. */
    Page codePage(Browser browser, String typed) {
        return firstPage(browser).email(typed);
    }

    Page codePage(String typed) {
        return codePage(new Browser(), typed);
    }

    /** Types a code and goes on. */
    static Page type(Page page, String code) {
        return page.submit("atrium-code", Map.of("code", List.of(code)), "login");
    }

    static Page resend(Page page) {
        return page.submit("atrium-resend", Map.of(), "resend");
    }

    /** The code in the only mail to this address so far. */
    String code(String email) {
        return code(mail(email, 1));
    }

    static String code(ReceivedMail mail) {
        Matcher code = CODE.matcher(mail.text().replace("\r", ""));
        assertThat(code.find()).as(mail.text()).isTrue();
        return code.group(1);
    }

    /** The n-th mail to this address, as soon as there are so many. */
    ReceivedMail mail(String email, int number) {
        Eventually.holds(() -> mails.mailsTo(email).size() >= number, () -> "no mail " + number + " to " + email);
        return mails.mailsTo(email).get(number - 1);
    }

    /** A code that is not this one. */
    static String not(String code) {
        return code.substring(0, 5) + (code.charAt(5) == '9' ? '0' : (char) (code.charAt(5) + 1));
    }

    String userId(String email) {
        return realm.userId(email);
    }

    /** The newest event of this type. */
    JsonNode event(String type) {
        return Eventually.get(
                () -> java.util.Optional.ofNullable(
                        admin().read("events?max=1&type=" + type).get(0)),
                () -> "no event " + type);
    }

    int failures(String email) {
        return admin().read("attack-detection/brute-force/users/" + userId(email))
                .path("numFailures")
                .asInt();
    }

    URI here(URI address) {
        return URI.create(address.toString().replace("/realms/atrium/", "/realms/" + realm.name() + "/"));
    }

    @Override
    public void close() {
        realm.close();
        mails.close();
    }
}
