package dev.atrium.tests.stages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import java.util.UUID;
import java.util.function.Consumer;

/** The project whose people sign in at their own identity provider. */
record Lakeside(Admin admin, Admin identityProvider) {
    static final String ALIAS = "lakeside-sso";

    static Lakeside of(Admin admin) {
        return new Lakeside(admin, Admin.of("lakeside-idp"));
    }

    static String someAddress() {
        return "person-" + UUID.randomUUID() + "@lakeside.example";
    }

    /** Somebody with an account here and one, of the same verified address, at the identity provider. */
    TestUser practitioner() {
        TestUser person = accountHere(someAddress());
        person.joins("lakeside", "Practitioner/" + UUID.randomUUID(), "clinician");
        accountThere(person.email(), account -> {});
        return person;
    }

    /** An account here, without any credential. */
    TestUser accountHere(String email) {
        return admin.user(email, user -> user.remove("credentials"));
    }

    TestUser accountThere(String email, Consumer<ObjectNode> change) {
        return identityProvider.user(email, change);
    }

    /** The identities at identity providers that an account here is linked to. */
    JsonNode links(TestUser user) {
        return admin.read("users/" + user.id() + "/federated-identity");
    }
}
