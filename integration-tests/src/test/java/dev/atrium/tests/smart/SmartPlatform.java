package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.demo.SmartDemo;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The demo's FHIR servers, app and health record system on ports of their own, known to the realm by a project and clients made
 * for one test class. The project has Riverside's records.
 */
record SmartPlatform(Admin admin, SmartDemo demo, String project, App app) implements AutoCloseable {
    private static final String EHR_SECRET = "of-this-test";

    static SmartPlatform start() throws IOException {
        Admin admin = Admin.ofRealm();
        String own = UUID.randomUUID().toString();
        var ports = new SmartDemo.Ports(AtriumServer.freePort(), AtriumServer.freePort(), AtriumServer.freePort());
        var clients = new SmartDemo.Clients("demo-app-" + own, "demo-ehr-" + own, EHR_SECRET);
        SmartDemo demo = SmartDemo.start(App.realm(""), ports, clients);
        likeDemo(admin, "demo-app", clients.app(), client -> {
            addresses(client, "redirectUris", Browser.CALLBACK, demo.app().address() + "/callback");
            addresses(client, "webOrigins", demo.app().address().toString());
            client.withObject("/attributes")
                    .put("post.logout.redirect.uris", demo.app().address() + "/")
                    .put("atrium.launch-url", demo.app().address() + "/launch");
        });
        likeDemo(admin, "demo-ehr", clients.ehr(), client -> client.put("secret", EHR_SECRET));
        String project = "project-" + own;
        admin.created("organizations", organization(project, demo.fhir().base("riverside"), clients.ehr()));
        return new SmartPlatform(admin, demo, project, new App(clients.app(), Optional.empty()));
    }

    /** The FHIR base URL of the project. */
    URI base() {
        return demo.fhir().base("riverside");
    }

    URI fhir(String path) {
        return URI.create(base() + path);
    }

    /** A new person who has these profiles in the project. */
    TestUser user(String policy, String... profiles) {
        TestUser user = admin.user("example.org");
        for (String profile : profiles) {
            user.joins(project, profile, policy);
        }
        return user;
    }

    /** The page after the sign-in of this person for an app of this FHIR server. */
    Page signIn(Person person, String scope) {
        return person.signIn(app, scope, Map.of("aud", base().toString()));
    }

    /** What a person gives an app who allows all it asks for. */
    Tokens tokens(Person person, String scope) {
        return app.exchange(signIn(person, scope).allow());
    }

    /** Reads or searches with a token. */
    Answer get(String path, Tokens tokens) {
        return Answer.get(fhir(path), tokens.accessToken());
    }

    /** Lets another app be the client, beside the demo's. */
    void redirectsTo(String redirect, String afterLogout) {
        String path = "clients/" + admin.clientUuid(app.clientId());
        ObjectNode client = (ObjectNode) admin.read(path);
        client.withArray("/redirectUris").add(redirect);
        client.withArray("/webOrigins").add(redirect.substring(0, redirect.lastIndexOf('/')));
        ObjectNode attributes = client.withObject("/attributes");
        attributes.put(
                "post.logout.redirect.uris",
                attributes.path("post.logout.redirect.uris").asText() + "##" + afterLogout);
        admin.update(path, client);
    }

    /** The {@code launch} parameter with which the health record system opens an app for this patient. */
    String launch(String patient) {
        Answer answer = Answer.post(demo.ehr().address().resolve("/launches"), "base=riverside&patient=" + patient);
        String address = answer.text("address");
        assertThat(address).as(answer.body()).contains("launch=");
        return address.substring(address.indexOf("launch=") + "launch=".length());
    }

    private interface Change {
        void of(ObjectNode client);
    }

    /** Registers a client as the demo has one, but for what is changed. */
    private static void likeDemo(Admin admin, String known, String clientId, Change change) {
        ObjectNode client = (ObjectNode) admin.read("clients/" + admin.clientUuid(known));
        client.remove("id");
        client.path("protocolMappers").forEach(mapper -> ((ObjectNode) mapper).remove("id"));
        client.put("clientId", clientId);
        change.of(client);
        admin.created("clients", client);
    }

    private static void addresses(ObjectNode client, String member, String... addresses) {
        ArrayNode all = client.putArray(member);
        for (String address : addresses) {
            all.add(address);
        }
    }

    private static JsonNode organization(String alias, URI base, String ehr) {
        ObjectNode organization = Admin.JSON
                .createObjectNode()
                .put("name", alias)
                .put("alias", alias)
                .put("enabled", true);
        ObjectNode attributes = organization.putObject("attributes");
        attributes.putArray("atrium.fhir-base-url").add(base.toString());
        attributes.putArray("atrium.launch-clients").add(ehr);
        organization.putArray("domains").addObject().put("name", alias + ".example");
        return organization;
    }

    @Override
    public void close() throws IOException {
        demo.close();
    }
}
