package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.server.OwnServer;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** People of the realm {@code atrium} on a server of a test's own, who get mails. */
record People(OwnServer server) {
    private static final String REALM = "atrium";

    /** Has the realm send its mails to this server. */
    void mailsTo(MailServer mails) {
        ObjectNode realm = Admin.JSON.createObjectNode();
        realm.putObject("smtpServer")
                .put("host", "localhost")
                .put("port", String.valueOf(mails.port()))
                .put("from", "atrium@example.org");
        assertThat(server.admin(REALM, "PUT", "", realm).statusCode()).isEqualTo(204);
    }

    /** A new person; gives the name. */
    String person() {
        String name = "person-" + UUID.randomUUID();
        ObjectNode user = Admin.JSON
                .createObjectNode()
                .put("username", name)
                .put("email", name + "@example.org")
                .put("enabled", true);
        assertThat(server.admin(REALM, "POST", "users", user).statusCode()).isEqualTo(201);
        return name;
    }

    /** Has this node send a mail to a person; gives the address. */
    String sendVerification(OwnServer node, String name) {
        ObjectNode nothing = Admin.JSON.createObjectNode();
        String found = node.admin(REALM, "GET", "users?exact=true&username=" + name, nothing)
                .body();
        String id = Admin.parse(found).path(0).path("id").asText();
        assertThat(node.admin(REALM, "PUT", "users/" + id + "/send-verify-email", nothing)
                        .statusCode())
                .isEqualTo(204);
        return name + "@example.org";
    }

    /** How many mails wait. */
    long waiting() {
        return count("state=waiting");
    }

    /** How many messages match. */
    long count(String query) {
        return Long.parseLong(read("atrium/outbox/count?" + query).strip());
    }

    /** Why waiting mails were not sent so far. */
    List<String> problems() {
        return Admin.parse(read("atrium/outbox?state=waiting&max=1000")).findValuesAsText("problem");
    }

    /** How often the waiting mails were tried, together. */
    long attempts() {
        return StreamSupport.stream(
                        Admin.parse(read("atrium/outbox?state=waiting&max=1000"))
                                .spliterator(),
                        false)
                .mapToLong(message -> message.path("attempts").asLong())
                .sum();
    }

    private String read(String path) {
        return server.admin(REALM, "GET", path, Admin.JSON.createObjectNode()).body();
    }
}
