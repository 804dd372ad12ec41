package dev.atrium.tests.login.emailcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.admin.TestUser;
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
import java.util.stream.StreamSupport;

/** The demo's realm with a mail server, where people with any address sign in with a code. */
final class CodeRealm implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{6})$");

    final MailServer mails = MailServer.start();
    final TestRealm realm;

    CodeRealm() {
        this(realm -> {});
    }

    /** With something else in the realm's file. */
    CodeRealm(Consumer<ObjectNode> change) {
        ObjectNode file = TestRealm.file();
        rules(file);
        change.accept(file);
        realm = TestRealm.imported(file).mailsTo(mails);
        ObjectNode settings = Admin.JSON
                .createObjectNode()
                .put("eventsEnabled", true)
                .put("bruteForceProtected", true)
                .put("failureFactor", 30)
                .put("waitIncrementSeconds", 86_400)
                .put("maxFailureWaitSeconds", 86_400)
                .put("quickLoginCheckMilliSeconds", 0);
        assertThat(admin().put("", settings).status()).isEqualTo(204);
    }

    /** Addresses and user names sign in with a code, those of {@code pw.example} with a password, those of {@code two.example} with either. */
    private static void rules(ObjectNode file) {
        step(file, "atrium-domain").put("authenticatorConfig", "Rules");
        String table = "[{\"key\":\"*\",\"value\":\"email-code\"},{\"key\":\"-\",\"value\":\"email-code\"},"
                + "{\"key\":\"two.example\",\"value\":\"email-code password\"},"
                + "{\"key\":\"pw.example\",\"value\":\"password\"}]";
        ObjectNode rules = file.withArray("authenticatorConfig").addObject().put("alias", "Rules");
        rules.putObject("config").put("atrium.login-rules", table);
    }

    /** The execution of this step. */
    static ObjectNode step(ObjectNode file, String authenticator) {
        return StreamSupport.stream(file.path("authenticationFlows").spliterator(), false)
                .flatMap(flow -> StreamSupport.stream(
                        flow.path("authenticationExecutions").spliterator(), false))
                .filter(step -> step.path("authenticator").asText().equals(authenticator))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
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
        ObjectNode user = TestUser.representation(email);
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

    /** Starts the sign-in over, as the button beside the name does by script. */
    static Page restart(Page page) {
        String click = page.html().select("#reset-login").attr("onclick");
        return page.browser().open(page.address().resolve(click.replaceAll(".*'(.*)'.*", "$1")));
    }

    /** Goes on with the sign-in from the page that says that a page is expired. */
    static Page goOn(Page expired) {
        return expired.browser()
                .open(URI.create(
                        expired.html().getElementById("loginContinueLink").absUrl("href")));
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

    /** From now on so many failures lock an account. */
    void lockAfter(int failures) {
        ObjectNode factor = Admin.JSON.createObjectNode().put("failureFactor", failures);
        assertThat(admin().put("", factor).status()).isEqualTo(204);
    }

    boolean isLocked(String email) {
        return admin().read("attack-detection/brute-force/users/" + userId(email))
                .path("disabled")
                .asBoolean();
    }

    /** The page where the sign-in of this page stands. */
    Page current(Page page) {
        return goOn(page.browser().open(page.address()));
    }

    void disable(String email) {
        ObjectNode off = Admin.JSON.createObjectNode().put("enabled", false);
        assertThat(admin().put("users/" + userId(email), off).status()).isEqualTo(204);
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

    /** How many events of this type with this error there are of somebody. */
    int errors(String email, String error) {
        return (int) StreamSupport.stream(
                        admin().read("events?max=200&type=LOGIN_ERROR&user=" + userId(email))
                                .spliterator(),
                        false)
                .filter(event -> event.path("error").asText().equals(error))
                .count();
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
