package dev.atrium.tests.stages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.App;
import java.util.UUID;
import java.util.function.Consumer;

/** Clients made for one test, each like one of the demo's. */
public record TestClients(Admin admin) {
    App like(App known) {
        return like(known, client -> {});
    }

    /** Another client like this one, changed before it is made. */
    public App like(App known, Consumer<ObjectNode> change) {
        ObjectNode client = (ObjectNode) admin.read("clients/" + admin.clientUuid(known.clientId()));
        String clientId = known.clientId() + "-" + UUID.randomUUID();
        client.remove("id");
        client.put("clientId", clientId);
        change.accept(client);
        admin.created("clients", client);
        return new App(clientId, known.secret());
    }

    /** Like {@link #like}, but its sign-ins run Keycloak's own flow, which knows nothing of the stages. */
    App aroundTheStages(App known) {
        return aroundTheStages(known, client -> {});
    }

    App aroundTheStages(App known, Consumer<ObjectNode> change) {
        String builtIn = flowId("browser");
        return like(known, client -> {
            client.putObject("authenticationFlowBindingOverrides").put("browser", builtIn);
            change.accept(client);
        });
    }

    private String flowId(String alias) {
        for (var flow : admin.read("authentication/flows")) {
            if (flow.path("alias").asText().equals(alias)) {
                return flow.path("id").asText();
            }
        }
        throw new AssertionError("no flow '" + alias + "'");
    }
}
