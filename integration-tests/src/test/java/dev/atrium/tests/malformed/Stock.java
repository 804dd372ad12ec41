package dev.atrium.tests.malformed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keycloak as it comes: a realm of the same server with the same apps and nothing of Atrium's, made when needed. */
final class Stock {
    private final Wire wire;
    private final Admin admin;
    private Optional<String> realm = Optional.empty();

    Stock(Wire wire, Admin admin) {
        this.wire = wire;
        this.admin = admin;
    }

    /** Whether stock Keycloak answers the same request with 5xx as well. */
    boolean failsToo(Attempt attempt) throws IOException, InterruptedException {
        String target = attempt.target().replaceFirst("/realms/atrium(?=[/?])", "/realms/" + realm());
        return wire.send(attempt.to(target)).isServerError();
    }

    synchronized void remove() {
        realm.ifPresent(name -> admin.send("DELETE", "../" + name, ""));
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
            realm = Optional.of(admin.created("../", made));
        }
        return realm.get();
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
