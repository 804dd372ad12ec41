package dev.atrium.tests.malformed;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** A person at a page of a stage who sends it everything but an answer, and comes back when it sends them away. */
final class StageVisit {
    private static final List<String> TYPES =
            List.of("text/plain", "application/json", "multipart/form-data", "multipart/form-data; boundary=x", "x");

    private final App app;
    private final String scope;
    private final String email;
    private final List<String> values;
    private final Browser browser = new Browser();
    private Optional<Element> form = Optional.empty();

    /** @param values what belongs to others, or was never on the page */
    StageVisit(App app, String scope, String email, List<String> values) {
        this.app = app;
        this.scope = scope;
        this.email = email;
        this.values = values;
    }

    /** At the profile page: two profiles, and memberships of others to ask for. */
    static StageVisit ofProfiles(Admin admin, List<String> memberships) {
        TestUser user = admin.user("riverside.example");
        user.joins("riverside", "Practitioner/" + user.id(), "reader");
        user.joins("lakeside", "Practitioner/" + user.id(), "reader");
        return new StageVisit(App.PORTAL, "openid fhirUser user/*.rs", user.email(), memberships);
    }

    /** At the scopes page: a patient, and scopes that are not a patient's. */
    static StageVisit ofScopes(Admin admin) {
        TestUser user = admin.user("example.org");
        user.joins("riverside", "Patient/" + user.id(), "patient-self");
        return new StageVisit(
                App.SMART_APP,
                "openid launch/patient patient/Observation.rs offline_access",
                user.email(),
                List.of("patient/*.cruds", "patient/*.rs", "user/*.rs", "system/*.rs", "patient/Observation.cruds"));
    }

    Reply answerWrongly(Noise noise) {
        Element page = form.orElseGet(this::arrive);
        Page after = browser.send(request(noise, page));
        form = formOn(after);
        String location = after.isCallback() ? after.address().toString() : "";
        return new Reply(after.status(), location, after.html().outerHtml());
    }

    /** Of a code that came back, the SMART scopes it stands for: there must be none. */
    Optional<String> smartScopes(Reply reply) {
        if (!reply.location().contains("code=")) {
            return Optional.empty();
        }
        Page callback = new Page(browser, URI.create(reply.location()), 302, new org.jsoup.nodes.Document(""));
        Tokens tokens = app.exchange(callback);
        return Optional.of(tokens.answer().text("scope")).filter(granted -> granted.contains("/"));
    }

    private Element arrive() {
        Page page = app.authorize(browser, scope, Map.of("prompt", "consent"));
        if (page.html().getElementById("username") != null) {
            page = page.email(email).password(Admin.PASSWORD);
        }
        String where = page.address() + " " + page.text();
        return formOn(page).orElseThrow(() -> new AssertionError("no page of a stage, but " + where));
    }

    private static Optional<Element> formOn(Page page) {
        return Optional.ofNullable(page.html().selectFirst("#atrium-profiles, #atrium-scopes"));
    }

    private HttpRequest request(Noise noise, Element page) {
        URI action = URI.create(address(noise, page.absUrl("action")));
        String type = noise.oneIn(8) ? noise.oneOf(TYPES) : Attempt.FORM;
        byte[] body = fields(noise).getBytes(StandardCharsets.ISO_8859_1);
        return HttpRequest.newBuilder(action)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    /** At times with another session code, execution, tab or whatever. */
    private static String address(Noise noise, String action) {
        String[] parameters = action.split("[?&]");
        String unlucky = parameters[noise.below(parameters.length)];
        if (!noise.oneIn(8) || !unlucky.contains("=")) {
            return action;
        }
        String name = unlucky.substring(0, unlucky.indexOf('='));
        String value = java.net.URLEncoder.encode(noise.text(), StandardCharsets.UTF_8);
        return action.replace(unlucky, name + "=" + value);
    }

    private String fields(Noise noise) {
        StringBuilder fields = new StringBuilder();
        for (int i = noise.below(5); i >= 0; i--) {
            String name = noise.oneIn(6) ? noise.text() : noise.oneOf(List.of("membership", "search", "scope"));
            String value = noise.oneIn(3) ? noise.oneOf(values) : noise.text();
            fields.append(noise.encoded(name)).append('=').append(noise.encoded(value));
            fields.append('&');
        }
        String button = noise.oneOf(List.of("continue", "accept", "accept", "back", "deny", "x"));
        return fields.append(button).append('=').toString();
    }
}
