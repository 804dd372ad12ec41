package dev.atrium.tests.stages;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import java.util.List;
import java.util.Map;

/** Somebody at a browser of their own. */
record Visitor(Browser browser, String email) {
    static final Map<String, String> SILENTLY = Map.of("prompt", "none");
    static final Map<String, String> SIGN_IN_AGAIN = Map.of("prompt", "login");

    static Visitor of(String email) {
        return new Visitor(new Browser(), email);
    }

    static Visitor of(TestUser user) {
        return of(user.email());
    }

    /** Comes from the app, types e-mail address and password. */
    Page signsIn(App app, String scope) {
        return signsIn(app, scope, Map.of());
    }

    Page signsIn(App app, String scope, Map<String, String> more) {
        return app.authorize(browser, scope, more).email(email).password(Admin.PASSWORD);
    }

    /** Comes from the app and types the e-mail address of a domain with its own identity provider. */
    Page signsInAtHome(App app, String scope) {
        return atHome(app.authorize(browser, scope).email(email), email);
    }

    /** Fills the sign-in page of the identity provider. */
    static Page atHome(Page loginPage, String username) {
        return loginPage.submit(
                "kc-form-login", Map.of("username", List.of(username), "password", List.of(Admin.PASSWORD)), "login");
    }

    /** Comes from the app, with a session in this browser. */
    Page returns(App app, String scope) {
        return app.authorize(browser, scope);
    }

    Page returns(App app, String scope, Map<String, String> more) {
        return app.authorize(browser, scope, more);
    }

    /** The tokens of a sign-in that asks nothing but the credentials. */
    Tokens tokens(App app, String scope) {
        return app.exchange(signsIn(app, scope));
    }
}
