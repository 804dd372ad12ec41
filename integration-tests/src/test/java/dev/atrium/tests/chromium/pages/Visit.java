package dev.atrium.tests.chromium.pages;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.App;
import dev.atrium.tests.chromium.Chromium;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Somebody with a browser on their way to a page. */
record Visit(PagesRealm realm, Chromium chromium, String language) {
    static final String STANDALONE = "openid fhirUser launch/patient patient/*.rs user/*.rs offline_access";

    /** The first page of a sign-in. */
    Visit start() {
        return asks(App.PORTAL, "openid fhirUser user/*.rs", Map.of());
    }

    /** The first page of a sign-in to this app. */
    Visit asks(App app, String scope, Map<String, String> more) {
        Map<String, String> wishes = new HashMap<>(Map.of("ui_locales", language));
        wishes.putAll(more);
        return open(app.authorizationUrl(scope, wishes).getRawQuery(), "/protocol/openid-connect/auth");
    }

    private Visit open(String query, String path) {
        chromium.open(address(path) + "?" + query);
        return this;
    }

    /** Opens a page of the realm. */
    Visit open(String path) {
        chromium.open(address(path).toString());
        return this;
    }

    URI address(String path) {
        return AtriumServer.baseUrl().resolve("/realms/" + realm.name() + path);
    }

    Visit name(String name) {
        chromium.type("username", name);
        return this;
    }

    Visit password() {
        return password(Admin.PASSWORD);
    }

    Visit password(String password) {
        at("login-password");
        chromium.type("password", password);
        return this;
    }

    /** Signs in as this person, on the page for the name. */
    Visit as(String name) {
        return name(name).password();
    }

    Visit click(String selector) {
        chromium.click(selector);
        return this;
    }

    Visit fill(String selector, String text) {
        chromium.fill(selector, text);
        return this;
    }

    /** Waits for the page of this template. */
    Visit at(String template) {
        chromium.await("body[data-page-id='login-" + template + "']");
        return this;
    }

    Visit awaits(String selector) {
        chromium.await(selector);
        return this;
    }
}
