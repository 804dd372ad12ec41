package dev.atrium.tests.stages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import java.util.UUID;

/** A project made for one test. */
public record TestProject(Admin admin, String id, String alias) {
    static TestProject make(Admin admin) {
        return make(admin, "project-" + UUID.randomUUID());
    }

    public static TestProject make(Admin admin, String alias) {
        ObjectNode organization = Admin.JSON
                .createObjectNode()
                .put("name", alias)
                .put("alias", alias)
                .put("enabled", true);
        organization
                .putObject("attributes")
                .putArray("atrium.fhir-base-url")
                .add("http://localhost:8090/fhir/" + alias);
        organization.putArray("domains").addObject().put("name", alias + ".example");
        return new TestProject(admin, admin.created("organizations", organization), alias);
    }

    /** Sets the base URL of its FHIR server, or takes it away. */
    void baseUrl(String url) {
        ObjectNode organization = (ObjectNode) admin.read("organizations/" + id);
        ObjectNode attributes = organization.withObject("/attributes");
        attributes.remove("atrium.fhir-base-url");
        if (!url.isEmpty()) {
            attributes.putArray("atrium.fhir-base-url").add(url);
        }
        admin.update("organizations/" + id, organization);
    }

    void disable() {
        ObjectNode organization = (ObjectNode) admin.read("organizations/" + id);
        admin.update("organizations/" + id, organization.put("enabled", false));
    }

    void delete() {
        admin.delete("organizations/" + id);
    }
}
