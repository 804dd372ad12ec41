package dev.atrium.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A copy of the realm that is delivered, in which people sign in and rules are written. */
record DeliveredRealm(TestRealm realm) implements AutoCloseable {
    private static final String STEPS = "authentication/flows/Atrium%20browser/executions";

    private static final String LAKESIDE = "identity-provider/instances/lakeside-sso";

    static DeliveredRealm create() {
        DeliveredRealm made = new DeliveredRealm(TestRealm.delivered());
        ObjectNode provider = (ObjectNode) made.admin().read(LAKESIDE);
        provider.withObject("/config")
                .put(
                        "authorizationUrl",
                        AtriumServer.baseUrl()
                                .resolve("/realms/lakeside-idp/protocol/openid-connect/auth")
                                .toString());
        assertThat(made.admin().put(LAKESIDE, provider).status()).isEqualTo(204);
        return made;
    }

    AdminRest admin() {
        return realm.admin();
    }

    /** A person with the tests' password. */
    void person(String username, String email) {
        String id = realm.user(username);
        admin().put("users/" + id, Admin.JSON.createObjectNode().put("email", email));
    }

    /** Sends a browser to sign in. */
    Page open(Browser browser, Map<String, String> more) {
        Map<String, String> request = App.PLAIN.request("openid");
        request.putAll(more);
        return browser.open(
                URI.create(AtriumServer.baseUrl().resolve("/realms/" + realm.name() + "/protocol/openid-connect/auth")
                        + "?" + App.query(request)));
    }

    Page open() {
        return open(new Browser(), Map.of());
    }

    /** The rows of the Domain step, such as {@code hospital.example=password; *=passkey}. */
    void rules(String rows) {
        ObjectNode settings = Admin.JSON.createObjectNode().put("alias", "Atrium domain rules");
        settings.putObject("config").put(LoginRealm.RULES, LoginRealm.table(rows));
        JsonNode step = step("atrium-domain");
        Answer answer = step.hasNonNull("authenticationConfig")
                ? admin().put(
                                "authentication/config/"
                                        + step.path("authenticationConfig").asText(),
                                settings)
                : admin().post("authentication/executions/" + step.path("id").asText() + "/config", settings);
        assertThat(answer.status()).as(answer.body()).isIn(201, 204);
    }

    /** Changes the realm. */
    void set(ObjectNode change) {
        ObjectNode all = (ObjectNode) admin().read("");
        assertThat(admin().put("", all.setAll(change)).status()).isEqualTo(204);
    }

    private JsonNode step(String provider) {
        return StreamSupport.stream(admin().read(STEPS).spliterator(), false)
                .filter(step -> step.path("providerId").asText().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        realm.close();
    }
}
