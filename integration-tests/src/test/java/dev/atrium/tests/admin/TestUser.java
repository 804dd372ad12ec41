package dev.atrium.tests.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A person made for one test. */
public record TestUser(Admin admin, String id, String email) {
    /** Somebody with a verified address and the password of all, for the admin REST. */
    public static ObjectNode representation(String email) {
        ObjectNode user = Admin.JSON
                .createObjectNode()
                .put("username", email)
                .put("email", email)
                .put("emailVerified", true)
                .put("enabled", true)
                .put("firstName", "Test")
                .put("lastName", "User");
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", Admin.PASSWORD)
                .put("temporary", false);
        return user;
    }

    /** A new person whose one profile may do everything a clinician may, in Riverside. */
    public static TestUser clinician(Admin admin) {
        TestUser user = admin.user("example.org");
        user.joins("riverside", "Practitioner/clinician", "clinician");
        return user;
    }

    /** A new person whose one profile may read, in Lakeside. */
    public static TestUser reader(Admin admin) {
        TestUser user = admin.user("example.org");
        user.joins("lakeside", "Practitioner/reader", "reader");
        return user;
    }

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

    /**
     * Ends all sessions but the offline ones. Keycloak's <em>Sign out</em> of a user would refuse each token of an earlier
     * second as well.
     */
    public void endSessions() {
        for (JsonNode session : admin.read("users/" + id + "/sessions")) {
            admin.delete("sessions/" + session.path("id").asText());
        }
    }
}
