package dev.atrium.tests.app;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import java.util.Map;

/** Someone who signs in to apps, always with the same browser. */
public record Person(String email, Browser browser) {
    public static Person of(TestUser user) {
        return new Person(user.email(), new Browser());
    }

    /** The page after the password, which is not asked for again while the browser is signed in. */
    public Page signIn(App app, String scope) {
        return signIn(app.authorize(browser, scope));
    }

    public Page signIn(App app, String scope, Map<String, String> more) {
        return signIn(app.authorize(browser, scope, more));
    }

    /** Goes on from the page where the e-mail address is asked for. */
    public Page signIn(Page first) {
        boolean asked = first.html().getElementById("kc-form-login") != null;
        return asked ? withPassword(first.email(email)) : first;
    }

    /**
     * With brute force detection on, Keycloak refuses whoever signs in again before it has noted their last sign-in, which takes it
     * some milliseconds (DefaultBlockingBruteForceProtector). Tests are that fast; people are told to try again, and so do these.
     */
    public static Page withPassword(Page asked) {
        Page after = asked.password(Admin.PASSWORD);
        boolean refused =
                !after.html().select("#kc-form-login [aria-invalid=true]").isEmpty();
        return refused ? after.password(Admin.PASSWORD) : after;
    }

    /** Signs in to an app that asks nothing. */
    public Tokens tokens(App app, String scope) {
        return app.exchange(signIn(app, scope));
    }

    /** Signs in to an app as the profile whose row holds these words. */
    public Tokens tokensAs(String profile, App app, String scope) {
        return app.exchange(signIn(app, scope).choose(profile));
    }
}
