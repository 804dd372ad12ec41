package dev.atrium.tests.broker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import java.util.UUID;
import java.util.function.Consumer;

/** What an OpenID provider says of somebody, in the ID token and at the userinfo endpoint. */
record Identity(ObjectNode idToken, ObjectNode userinfo) {
    /** Somebody of whose address both say nothing. */
    static Identity somebody() {
        String subject = UUID.randomUUID().toString();
        return new Identity(claims(subject), claims(subject));
    }

    /** Somebody of whom both say the same. */
    static Identity with(String email) {
        return somebody().both(claims -> claims.put("email", email));
    }

    static Identity verified(String email) {
        return with(email).both(claims -> claims.put("email_verified", true));
    }

    Identity both(Consumer<ObjectNode> change) {
        return inIdToken(change).inUserinfo(change);
    }

    Identity inIdToken(Consumer<ObjectNode> change) {
        change.accept(idToken);
        return this;
    }

    Identity inUserinfo(Consumer<ObjectNode> change) {
        change.accept(userinfo);
        return this;
    }

    private static ObjectNode claims(String subject) {
        return Admin.JSON
                .createObjectNode()
                .put("sub", subject)
                .put("preferred_username", "name-" + subject)
                .put("given_name", "Test")
                .put("family_name", "User");
    }
}
