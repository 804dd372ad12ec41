package dev.atrium.tests.broker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import java.util.UUID;
import java.util.function.Consumer;

/** What an OpenID provider says of somebody, in the ID token and at the userinfo endpoint. */
public record Identity(ObjectNode idToken, ObjectNode userinfo) {
    /** Somebody of whose address both say nothing. */
    public static Identity somebody() {
        String subject = UUID.randomUUID().toString();
        return new Identity(claims(subject), claims(subject));
    }

    /** Somebody of whom both say the same. */
    public static Identity with(String email) {
        return somebody().both(claims -> claims.put("email", email));
    }

    public static Identity verified(String email) {
        return with(email).both(claims -> claims.put("email_verified", true));
    }

    public Identity both(Consumer<ObjectNode> change) {
        return inIdToken(change).inUserinfo(change);
    }

    public Identity inIdToken(Consumer<ObjectNode> change) {
        change.accept(idToken);
        return this;
    }

    public Identity inUserinfo(Consumer<ObjectNode> change) {
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
