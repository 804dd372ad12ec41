package dev.atrium.tests.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Invitations to the demo's Riverside Clinic. */
public final class TestInvitation {
    private TestInvitation() {}

    /** Of somebody who gets no mail, good for one day. */
    public static ObjectNode forOneDay() {
        return Admin.JSON
                .createObjectNode()
                .put("email", "somebody@example.org")
                .put("project", "riverside")
                .put("profile", "Practitioner/somebody")
                .put("policy", "clinician")
                .put("expiresInDays", 1)
                .put("sendEmail", false);
    }
}
