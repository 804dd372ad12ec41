package dev.atrium.tests.login.factor;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.OneTimeCode;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** What somebody does on the pages that ask for what a project wants. */
public final class SecondStep {
    static final String TITLE = "One more step";
    static final String SETUP = "Set up a second step for signing in";
    static final String OTHER_WAY = "Sign in another way";
    static final String SET_UP_APP = "Set up an app on your phone that shows codes (authenticator app)";
    static final String SET_UP_KEY = "Set up a small device that you plug in or hold to your phone (security key)";

    private SecondStep() {}

    /** Signs in with a password on Keycloak's own page, which asks for the name as well. */
    public static Page signIn(Page page, TestUser user) {
        return page.submit(
                "kc-form-login",
                Map.of("username", List.of(user.email()), "password", List.of(Admin.PASSWORD)),
                "login");
    }

    /** Types what the phone shows. */
    static Page code(Page page) {
        return typed(page, now());
    }

    /** What the phone shows. */
    static String now() {
        return OneTimeCode.of(StrictProject.secret());
    }

    static Page typed(Page page, String text) {
        return page.submit("atrium-factor", Map.of("typed", List.of(text)), "continue");
    }

    /** The ways to choose from. */
    static List<String> ways(Page page) {
        return page.html().select("#atrium-ways button").eachText();
    }

    static Page choose(Page page, String way) {
        Element button = page.html().select("#atrium-ways button").stream()
                .filter(found -> found.text().contains(way))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no way '" + way + "' in: " + page.text()));
        return page.submit("atrium-ways", Map.of(button.attr("name"), List.of(button.val())), "none");
    }

    /** Sets up an authenticator app on Keycloak's page, and gives the next. */
    public static Page setsUpApp(Page page) {
        String secret = page.html().select("input[name=totpSecret]").val();
        return page.submit(
                "kc-totp-settings-form",
                Map.of("totp", List.of(OneTimeCode.of(secret)), "userLabel", List.of("phone")),
                "submit");
    }

    static Page back(Page page) {
        return page.submit("atrium-leave", Map.of(), "back");
    }

    static Page another(Page page) {
        return page.submit("atrium-leave", Map.of(), "another");
    }
}
