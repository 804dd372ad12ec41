package dev.atrium.tests.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.MailServer;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

/**
 * A realm with a mail server, in which somebody made an account with Gail's address, which they never proved to have, and
 * is in it: in a browser of theirs and with an offline token.
 */
final class Squatted implements AutoCloseable {
    static final String GAIL = "gail@example.org";
    static final String HERS = "atrium-demo-the-second";

    final MailServer mails = MailServer.start();
    final TestRealm realm = TestRealm.delivered().mailsTo(mails);
    final String account = realm.user("gail");
    final Browser theirs = new Browser();
    final Browser hers = new Browser();

    private String offlineToken = "";

    void signIn() {
        Page callback = asks(theirs, "openid%20offline_access").email(GAIL).password(Admin.PASSWORD);
        Answer tokens = token("grant_type=authorization_code&redirect_uri=" + Browser.CALLBACK
                + "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk&code="
                + callback.callback().get("code"));
        offlineToken = tokens.text("refresh_token");
        assertThat(offlineToken).as(tokens.body()).isNotEmpty();
        assertThat(asks(theirs, "openid").email(GAIL).password(Admin.PASSWORD).isCallback())
                .isTrue();
    }

    AdminRest admin() {
        return realm.admin();
    }

    /** Has an app ask who is there. */
    Page asks(Browser browser, String scope) {
        return browser.open(endpoint("/auth?response_type=code&client_id=plain-oidc&redirect_uri=" + Browser.CALLBACK
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&scope="
                + scope));
    }

    /** Asks for a link to set a new password, and opens it. */
    Page forgetsPassword(Browser browser) {
        Page password = asks(browser, "openid").email(GAIL);
        URI forgotten =
                URI.create(password.html().select("a[href*=reset-credentials]").attr("abs:href"));
        browser.open(forgotten).submit("kc-reset-password-form", Map.of("username", List.of(GAIL)), "");
        return browser.open(mailed());
    }

    /** The link of Keycloak's in a mail to Gail. */
    URI mailed() {
        return URI.create(
                mails.await(mail -> mail.to().equals(GAIL) && mail.text().contains("action-token"))
                        .link());
    }

    /** Opens a link that Keycloak asks about first, and goes on. */
    Page follows(Browser browser, URI link) {
        Page asked = browser.open(link);
        String onward = asked.html().select("a[href*=action-token]").attr("abs:href");
        assertThat(onward).as(asked.text()).isNotEmpty();
        return browser.open(URI.create(onward));
    }

    static Page choosesPassword(Page page) {
        return page.submit(
                "kc-passwd-update-form", Map.of("password-new", List.of(HERS), "password-confirm", List.of(HERS)), "");
    }

    boolean sessionIsOver() {
        return !asks(theirs, "openid").isCallback();
    }

    boolean offlineTokenIsVoid() {
        Answer refreshed = token("grant_type=refresh_token&refresh_token=" + offlineToken);
        return refreshed.status() == 400 && refreshed.text("error").equals("invalid_grant");
    }

    boolean accepts(String password) {
        return asks(new Browser(), "openid").email(GAIL).password(password).isCallback();
    }

    boolean isVerified() {
        return admin().read("users/" + account).path("emailVerified").asBoolean();
    }

    List<String> credentials() {
        return admin().list("users/" + account + "/credentials", "type");
    }

    List<String> identities() {
        return admin().list("users/" + account + "/federated-identity", "identityProvider");
    }

    /** Links the account to an identity at a provider of no organization. */
    void isLinkedToTheirIdentity() {
        ObjectNode provider = Admin.JSON
                .createObjectNode()
                .put("alias", "social")
                .put("providerId", "oidc")
                .put("enabled", true);
        provider.putObject("config").put("clientId", "atrium").put("authorizationUrl", "http://localhost:8091/social");
        assertThat(admin().post("identity-provider/instances", provider).status())
                .isEqualTo(201);
        isLinkedTo("social");
    }

    void isLinkedTo(String provider) {
        assertThat(admin().post(
                                "users/" + account + "/federated-identity/" + provider,
                                Admin.JSON
                                        .createObjectNode()
                                        .put("userId", "eve")
                                        .put("userName", "eve"))
                        .status())
                .isEqualTo(204);
    }

    void isMember() {
        realm.policy("clinician", "user/*.cruds");
        realm.membership(TestRealm.membershipBody("lakeside", account, "Practitioner/gail", "clinician"));
    }

    private Answer token(String form) {
        return Answer.send(HttpRequest.newBuilder(endpoint("/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("client_id=plain-oidc&" + form))
                .build());
    }

    private URI endpoint(String path) {
        return AtriumServer.baseUrl().resolve("/realms/" + realm.name() + "/protocol/openid-connect" + path);
    }

    @Override
    public void close() {
        realm.close();
        mails.close();
    }
}
