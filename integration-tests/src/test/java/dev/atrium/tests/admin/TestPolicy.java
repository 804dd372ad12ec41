package dev.atrium.tests.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/** An access policy made for one test. */
public record TestPolicy(Admin admin, String id, String name) {
    public static TestPolicy of(Admin admin, String... scopes) {
        String name = "policy-" + UUID.randomUUID();
        return new TestPolicy(admin, admin.created("atrium/policies", body(name, scopes)), name);
    }

    /** From now on it allows just this. */
    public void allow(String... scopes) {
        admin.update("atrium/policies/" + id, body(name, scopes));
    }

    private static ObjectNode body(String name, String... scopes) {
        ObjectNode policy = Admin.JSON.createObjectNode().put("name", name).put("description", "");
        List.of(scopes).forEach(policy.putArray("scopes")::add);
        return policy;
    }
}
