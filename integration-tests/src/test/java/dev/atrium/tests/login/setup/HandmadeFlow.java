package dev.atrium.tests.login.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.app.Answer;
import java.util.Map;

/** A browser flow as an administrator clicks it together, step by step. */
record HandmadeFlow(AdminRest admin, String alias) {
    static HandmadeFlow in(AdminRest admin, String alias) {
        ObjectNode body = body(alias).put("providerId", "basic-flow").put("topLevel", true);
        admin.create("authentication/flows", body);
        return new HandmadeFlow(admin, alias);
    }

    HandmadeFlow subFlow(String parent, String name, String requirement) {
        ObjectNode body = body(name).put("type", "basic-flow").put("provider", "registration-page-form");
        return require(parent, admin.create("authentication/flows/" + parent + "/executions/flow", body), requirement);
    }

    HandmadeFlow step(String parent, String provider, String requirement) {
        return step(parent, provider, requirement, Map.of());
    }

    HandmadeFlow step(String parent, String provider, String requirement, Map<String, String> settings) {
        ObjectNode body = Admin.JSON.createObjectNode().put("provider", provider);
        String id = admin.create("authentication/flows/" + parent + "/executions/execution", body);
        if (!settings.isEmpty()) {
            ObjectNode config = Admin.JSON.createObjectNode().put("alias", parent + " " + provider);
            config.set("config", Admin.JSON.valueToTree(settings));
            admin.create("authentication/executions/" + id + "/config", config);
        }
        return require(parent, id, requirement);
    }

    /** Has people sign in by it. */
    void bind() {
        Answer bound = admin.put("", Admin.JSON.createObjectNode().put("browserFlow", alias));
        assertThat(bound.status()).as(bound.body()).isEqualTo(204);
    }

    private HandmadeFlow require(String parent, String id, String requirement) {
        String path = "authentication/flows/" + parent + "/executions";
        for (JsonNode execution : admin.read(path)) {
            if (execution.path("id").asText().equals(id)
                    || execution.path("flowId").asText().equals(id)) {
                Answer done = admin.put(path, ((ObjectNode) execution).put("requirement", requirement));
                assertThat(done.status()).as(done.body()).isIn(202, 204);
            }
        }
        return this;
    }

    private static ObjectNode body(String alias) {
        return Admin.JSON.createObjectNode().put("alias", alias).put("description", "");
    }
}
