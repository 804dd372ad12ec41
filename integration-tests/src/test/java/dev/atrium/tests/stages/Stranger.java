package dev.atrium.tests.stages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody who types addresses to see whose account there is. */
final class Stranger {
    private final TestRealm realm;
    private final String language;

    Stranger(TestRealm realm, String language) {
        this.realm = realm;
        this.language = language;
    }

    /** The page that asks for the address. */
    Page firstPage() {
        String address = App.PLAIN
                .authorizationUrl("openid", Map.of("ui_locales", language))
                .toString();
        return new Browser().open(URI.create(here(address)));
    }

    Page passwordPage(String email) {
        return firstPage().email(email);
    }

    Page typesPassword(String email, String password) {
        return passwordPage(email).password(password);
    }

    /** What follows the page for those who forgot their password. */
    Page forgets(String email) {
        Page password = passwordPage("anybody@example.org");
        URI forgotten =
                URI.create(password.html().select("a[href*=reset-credentials]").attr("abs:href"));
        return password.browser()
                .open(forgotten)
                .submit("kc-reset-password-form", Map.of("username", List.of(email)), "login");
    }

    /** Asks for tokens with a password, by the client that was made for it; none sends no password at all. */
    Answer asksForTokens(String email, List<String> password) {
        Map<String, String> form = new LinkedHashMap<>(
                Map.of("grant_type", "password", "client_id", "passwords", "scope", "openid", "username", email));
        password.forEach(typed -> form.put("password", typed));
        return Answer.post(URI.create(here(App.endpoint("/token").toString())), App.query(form));
    }

    static ObjectNode clientForPasswords() {
        return Admin.JSON
                .createObjectNode()
                .put("clientId", "passwords")
                .put("publicClient", true)
                .put("directAccessGrantsEnabled", true);
    }

    /** What the page is but for what differs at each sign-in, and the address that was typed. */
    static String shape(Page page, String email) {
        return page.status()
                + page.html()
                        .outerHtml()
                        .replace(email, "the address")
                        .replaceAll("(session_code|client_data|tab_id|execution)=[^&\"]*", "$1")
                        .replaceAll("\"[A-Za-z0-9+/]{64}\"", "the session's hash");
    }

    private String here(String address) {
        return address.replace("/realms/atrium/", "/realms/" + realm.name() + "/");
    }
}
