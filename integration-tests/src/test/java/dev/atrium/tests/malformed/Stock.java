package dev.atrium.tests.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.demo.AdminApi;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keycloak as it comes: a realm with the same apps and nothing of Atrium's, made when needed.
 *
 * <p>It is on the same server, unless {@code -Datrium.stock=http://localhost:8081} tells of one without the pack.
 */
final class Stock {
    private final URI server;
    private final Wire wire;
    private Optional<String> realm = Optional.empty();

    Stock() {
        String other = System.getProperty("atrium.stock", "");
        server = other.isEmpty() ? AtriumServer.baseUrl() : URI.create(other);
        wire = new Wire(server);
    }

    /** Whether stock Keycloak answers the same request with 5xx as well. */
    boolean failsToo(Attempt attempt) throws IOException, InterruptedException {
        String target = attempt.target().replaceFirst("/realms/atrium(?=[/?])", "/realms/" + realm());
        return wire.send(attempt.to(target)).isServerError();
    }

    synchronized void remove() {
        realm.ifPresent(name -> master("DELETE", "../" + name, ""));
    }

    private synchronized String realm() {
        if (realm.isEmpty()) {
            ObjectNode made = Admin.JSON
                    .createObjectNode()
                    .put("realm", "stock-" + UUID.randomUUID())
                    .put("enabled", true)
                    .put("sslRequired", "none");
            ArrayNode clients = made.putArray("clients");
            List.of(App.SMART_APP, App.PORTAL, App.PLAIN, App.BACKEND, App.FHIR_SERVER)
                    .forEach(app -> describe(app, clients.addObject()));
            master("POST", "../", made.toString());
            realm = Optional.of(made.path("realm").asText());
        }
        return realm.get();
    }

    private void master(String method, String path, String body) {
        try {
            HttpResponse<String> answer = AdminApi.of(server, "master").send(method, path, body);
            assertThat(answer.statusCode()).as(answer.body()).isBetween(201, 204);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void describe(App app, ObjectNode client) {
        client.put("clientId", app.clientId())
                .put("publicClient", app.secret().isEmpty())
                .put("serviceAccountsEnabled", app.equals(App.BACKEND))
                .put("directAccessGrantsEnabled", app.equals(App.PORTAL))
                .put("consentRequired", app.equals(App.SMART_APP))
                .put("secret", app.secret().orElse(null));
        client.putArray("redirectUris").add(Browser.CALLBACK);
        client.putObject("attributes")
                .put("oauth2.device.authorization.grant.enabled", "true")
                .put("standard.token.exchange.enabled", "true");
    }
}
