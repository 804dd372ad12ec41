package dev.atrium.tests.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A person made for one test. */
public record TestUser(Admin admin, String id, String email) {
    /** Gives this person a membership, and gives its id. */
    public String joins(String project, String profile, String policy) {
        return joins(project, profile, policy, "");
    }

    /** Gives this person a membership with a label. */
    public String joins(String project, String profile, String policy, String label) {
        ObjectNode membership = Admin.JSON
                .createObjectNode()
                .put("project", project)
                .put("userId", id)
                .put("profile", profile)
                .put("policy", policy)
                .put("label", label);
        return admin.created("atrium/memberships", membership);
    }

    /** Deactivates a membership of this person. */
    public void leaves(String membershipId) {
        admin.send("POST", "atrium/memberships/" + membershipId + "/deactivate", "");
    }
}
