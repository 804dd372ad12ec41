package dev.atrium.tests.app;

import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keycloak's account console, to which a person has signed in. */
public record AccountConsole(String accessToken) {
    private static final App CONSOLE = new App("account-console", Optional.empty());
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    public static AccountConsole of(Person person) {
        return of(person.signIn(CONSOLE, "openid", Map.of("redirect_uri", home())));
    }

    /** For whoever is signed in in this browser. */
    public static AccountConsole in(Browser browser) {
        return of(CONSOLE.authorize(browser, "openid", Map.of("redirect_uri", home())));
    }

    private static AccountConsole of(Page page) {
        Matcher code = CODE.matcher(page.address().toString());
        if (!code.find()) {
            throw new AssertionError("not in the account console, but: " + page.address() + " " + page.text());
        }
        return new AccountConsole(CONSOLE.token(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code.group(1),
                        "redirect_uri",
                        home(),
                        "code_verifier",
                        Pkce.fixed().verifier()))
                .accessToken());
    }

    /** The apps that the person is shown, in a language. */
    public Answer applications(String language) {
        return Answer.send(HttpRequest.newBuilder(App.realm("/account/applications"))
                .header("Authorization", "Bearer " + accessToken)
                .header("Accept", "application/json")
                .header("Accept-Language", language)
                .build());
    }

    private static String home() {
        return App.realm("/account/").toString();
    }

    /** Any request to the console's REST. */
    public Answer request(String method, String path, String body) {
        return Answer.send(HttpRequest.newBuilder(App.realm("/account/" + path))
                .header("Authorization", "Bearer " + accessToken)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    /** Takes back what the person agreed to for this app. */
    public Answer removeAccess(App app) {
        URI consent = App.realm("/account/applications/" + app.clientId() + "/consent");
        return Answer.send(HttpRequest.newBuilder(consent)
                .header("Authorization", "Bearer " + accessToken)
                .header("Accept", "application/json")
                .DELETE()
                .build());
    }
}
