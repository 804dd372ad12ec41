package dev.atrium.tests.smart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import java.util.UUID;

/** A project made for one test, with a FHIR server of its own. */
record FhirProject(Admin admin, String id, String alias, String baseUrl) {
    static FhirProject make(Admin admin) {
        String alias = "fhir-" + UUID.randomUUID();
        return make(admin, alias, "https://" + alias + ".example/r4");
    }

    static FhirProject make(Admin admin, String alias, String baseUrl) {
        ObjectNode organization = Admin.JSON
                .createObjectNode()
                .put("name", alias)
                .put("alias", alias)
                .put("enabled", true);
        organization.putObject("attributes").putArray("atrium.fhir-base-url").add(baseUrl);
        organization.putArray("domains").addObject().put("name", alias + ".example");
        return new FhirProject(admin, admin.created("organizations", organization), alias, baseUrl);
    }

    /** Sets an attribute, and tells how that was answered. */
    int set(String attribute, String value) {
        ObjectNode organization = (ObjectNode) admin.read("organizations/" + id);
        organization.withObject("/attributes").putArray(attribute).add(value);
        return admin.send("PUT", "organizations/" + id, organization.toString()).statusCode();
    }

    void disable() {
        ObjectNode organization = (ObjectNode) admin.read("organizations/" + id);
        admin.update("organizations/" + id, organization.put("enabled", false));
    }
}
