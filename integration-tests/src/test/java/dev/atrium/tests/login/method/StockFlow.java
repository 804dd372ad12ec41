package dev.atrium.tests.login.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import java.util.Map;
import java.util.UUID;

/** A flow of one step of Keycloak's own, with which an extension or another set-up of it names a person. */
final class StockFlow {
    private StockFlow() {}

    /** Makes one, and gives its id. */
    static String of(AdminRest admin, String step, Map<String, String> config) {
        String alias = "flow-" + UUID.randomUUID();
        ObjectNode flow = Admin.JSON
                .createObjectNode()
                .put("alias", alias)
                .put("providerId", "basic-flow")
                .put("topLevel", true)
                .put("builtIn", false);
        String id = admin.create("authentication/flows", flow);
        String executions = "authentication/flows/" + alias + "/executions";
        String execution = admin.create(
                executions + "/execution", Admin.JSON.createObjectNode().put("provider", step));
        ObjectNode required = (ObjectNode) admin.read(executions).path(0);
        assertThat(admin.put(executions, required.put("requirement", "REQUIRED"))
                        .status())
                .isIn(202, 204);
        ObjectNode settings = Admin.JSON.createObjectNode().put("alias", alias);
        settings.set("config", Admin.JSON.valueToTree(config));
        if (!config.isEmpty()) {
            admin.create("authentication/executions/" + execution + "/config", settings);
        }
        return id;
    }
}
