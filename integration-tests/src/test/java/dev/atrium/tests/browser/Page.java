package dev.atrium.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** What the browser shows, or the address of the app it was sent to. */
public record Page(Browser browser, URI address, int status, Document html) {
    public String text() {
        return html.text();
    }

    public String title() {
        return html.select("h1").text();
    }

    public boolean isCallback() {
        return address.getPort() == 8091;
    }

    /** The parameters an app is called back with. */
    public Map<String, String> callback() {
        assertThat(isCallback())
                .as("sent back to the app, but: %s %s", address, text())
                .isTrue();
        Map<String, String> parameters = new LinkedHashMap<>();
        String query = address.getRawQuery() == null ? address.getRawFragment() : address.getRawQuery();
        Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> parameters.put(pair[0], decode(pair[1])));
        return parameters;
    }

    /** Types the e-mail address and goes on. */
    public Page email(String email) {
        return submit("kc-form-login", Map.of("username", List.of(email)), "login");
    }

    /** Types the password and signs in. */
    public Page password(String password) {
        return submit("kc-form-login", Map.of("password", List.of(password)), "login");
    }

    /** Presses <em>Try another way</em>. */
    public Page anotherWay() {
        return submit("atrium-another-way", Map.of(), "anotherWay");
    }

    /** The methods to choose from, as their buttons send them. */
    public List<String> methods() {
        return html.select("#atrium-methods button[name=method]").eachAttr("value");
    }

    /** Chooses how to sign in. */
    public Page method(String method) {
        return submit("atrium-methods", Map.of("method", List.of(method)), "chosen");
    }

    /** What the field for the name holds; nothing where the page has none. */
    public String typedName() {
        return html.select("input[name=username]").val();
    }

    /** The profiles to choose from, as they are shown. */
    public List<String> profiles() {
        return html.select(".atrium-row").eachText();
    }

    /** The profile that stands first. */
    public String firstProfile() {
        return html.select(".atrium-row").first().text();
    }

    /** Chooses the first profile whose text holds this, in whatever case. */
    public Page choose(String words) {
        Element row = html.select(".atrium-row").stream()
                .filter(found -> found.text().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no profile '" + words + "' in: " + text()));
        return submit("atrium-profiles", Map.of("membership", List.of(row.attr("value"))), "chosen");
    }

    /** The scopes a person can tick. */
    public List<String> scopes() {
        return html.select("#atrium-scopes input[name=scope]").eachAttr("value");
    }

    /** The scopes that are ticked. */
    public List<String> ticked() {
        return html.select("#atrium-scopes input[name=scope][checked]").eachAttr("value");
    }

    /** Agrees to all that is ticked. */
    public Page allow() {
        return allow(ticked());
    }

    /** Agrees to just these. */
    public Page allow(Collection<String> scopes) {
        return submit("atrium-scopes", Map.of("scope", List.copyOf(scopes)), "accept");
    }

    public Page deny() {
        return submit("atrium-scopes", Map.of("scope", ticked()), "deny");
    }

    /** Presses the button back to the app. */
    public Page back() {
        return submit("atrium-refused", Map.of(), "back");
    }

    /** What follows the pages of SAML, whose forms a browser with scripts sends by itself. */
    public Page posted() {
        if (isCallback() || html.select("input[name^=SAMLRe]").isEmpty()) {
            return this;
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        html.select("input[type=hidden]").forEach(input -> fields.put(input.attr("name"), List.of(input.val())));
        return browser.post(URI.create(html.selectFirst("form").attr("abs:action")), fields)
                .posted();
    }

    /** Sends a form of this page: its fields, these in their place, and the button. */
    public Page submit(String formId, Map<String, List<String>> typed, String button) {
        Element found = html.getElementById(formId);
        if (!(found instanceof FormElement form)) {
            throw new AssertionError("no form '" + formId + "' on " + address + " (" + status + ")" + ": " + text());
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        form.formData().stream()
                .filter(field -> !typed.containsKey(field.key())
                        && !form.select("button[name=" + field.key() + "]").hasAttr("name"))
                .forEach(field -> fields.computeIfAbsent(field.key(), key -> new ArrayList<>())
                        .add(field.value()));
        fields.putAll(typed);
        fields.put(button, List.of(""));
        return browser.post(URI.create(form.absUrl("action")), fields);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
