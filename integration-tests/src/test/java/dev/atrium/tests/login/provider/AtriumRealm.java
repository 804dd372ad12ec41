package dev.atrium.tests.login.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A realm like the demo's, with the organization {@code hospital.example}, whose people sign in through a ready entry. */
record AtriumRealm(TestRealm realm) implements AutoCloseable {
    static final String DOMAIN = "hospital.example";

    static AtriumRealm create() {
        return new AtriumRealm(TestRealm.delivered());
    }

    String address() {
        return AtriumServer.baseUrl().resolve("/realms/" + realm.name()).toString();
    }

    /** What the console shows as Redirect URI. */
    String redirectUri(String alias) {
        return address() + "/broker/" + alias + "/endpoint";
    }

    /** By Partial import; gives how many were added. */
    int imports(ReadyEntry entry) {
        Answer answer = realm.admin().post("partialImport", entry.file());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("added").asInt();
    }

    /** Imports the entry, enables it and links it to the organization, as the docs say. */
    void usesAtHospital(ReadyEntry entry) {
        imports(entry);
        String organization = organization();
        assertThat(realm.admin()
                        .send(
                                "POST",
                                "organizations/" + organization + "/identity-providers",
                                "application/json",
                                BodyPublishers.ofString(entry.alias()))
                        .status())
                .isEqualTo(204);
        changes(entry.alias(), provider -> {
            provider.put("enabled", true);
            ((ObjectNode) provider.path("config"))
                    .put("kc.org.domain", DOMAIN)
                    .put("kc.org.broker.redirect.mode.email-matches", "true");
        });
    }

    void changes(String alias, Consumer<ObjectNode> change) {
        ObjectNode now = (ObjectNode) provider(alias);
        change.accept(now);
        assertThat(realm.admin()
                        .put("identity-provider/instances/" + alias, now)
                        .status())
                .isEqualTo(204);
    }

    JsonNode provider(String alias) {
        return realm.admin().read("identity-provider/instances/" + alias);
    }

    private String organization() {
        ObjectNode body = Admin.JSON
                .createObjectNode()
                .put("name", DOMAIN)
                .put("alias", "hospital")
                .put("enabled", true);
        body.putArray("domains").addObject().put("name", DOMAIN).put("verified", true);
        body.putObject("attributes").putArray("atrium.fhir-base-url").add("https://fhir.hospital.example/r4");
        return realm.admin().create("organizations", body);
    }

    /** Types the address here and signs in there. */
    Page signsIn(String email, String scope) {
        return signsIn(email, email, scope);
    }

    /** Types one address here and signs in as another one there. */
    Page signsIn(String email, String there, String scope) {
        URI address = App.PLAIN.authorizationUrl(scope, Map.of());
        Page login = new Browser()
                .open(URI.create(address.toString().replace("/realms/atrium/", "/realms/" + realm.name() + "/")))
                .email(email)
                .posted();
        return login.submit(
                        "kc-form-login",
                        Map.of("username", List.of(there), "password", List.of(Admin.PASSWORD)),
                        "login")
                .posted();
    }

    JsonNode account(String email) {
        return realm.admin().read("users?exact=true&email=" + email).path(0);
    }

    @Override
    public void close() {
        realm.close();
    }
}
