package dev.atrium.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Gives the demo's mail server, policies and memberships to a Keycloak that runs already and has the demo's realm.
 *
 * <p>It does so once in the life of a realm, which keeps that in an attribute: what somebody deleted later is not
 * brought back. The argument is the folder of the files. The environment says where: {@code KEYCLOAK_URL},
 * {@code KEYCLOAK_ADMIN_PASSWORD_FILE}, {@code MAIL_HOST} and {@code MAIL_PORT}.
 */
public final class Seed {

    static final String SEEDED = "atrium.demo.seeded";

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final AdminApi admin;

    Seed(AdminApi admin) {
        this.admin = admin;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            Map<String, String> environment = System.getenv();
            var password = Files.readString(Path.of(setting(environment, "KEYCLOAK_ADMIN_PASSWORD_FILE")))
                    .strip();
            var seed = new Seed(AdminApi.of(URI.create(setting(environment, "KEYCLOAK_URL")), "atrium", password));
            System.out.println(seed.once(
                    Path.of(arguments[0]), setting(environment, "MAIL_HOST"), setting(environment, "MAIL_PORT")));
        } catch (CannotStart e) {
            e.tellAndExit();
        }
    }

    /** Seeds the realm unless that was done before, and says which of both. */
    String once(Path realmExport, String mailHost, String mailPort) throws IOException, InterruptedException {
        JsonNode realm = realm();
        if (realm.path("attributes").has(SEEDED)) {
            return "The demo data of the realm atrium is already there: nothing to do.";
        }
        // Before the memberships, whose welcome mails it is to carry.
        put(new ObjectMapper().createObjectNode().set("smtpServer", mailServer(mailHost, mailPort)));
        Seeding seeding = Seeding.of(realmExport, admin);
        ObjectNode attributes = realm.withObject("/attributes");
        attributes.put(SEEDED, "true");
        put(new ObjectMapper().createObjectNode().set("attributes", attributes));
        return "Demo policies and memberships: " + seeding.created() + " new, " + seeding.kept() + " kept.";
    }

    private static ObjectNode mailServer(String host, String port) {
        return new ObjectMapper()
                .createObjectNode()
                .put("host", host)
                .put("port", port)
                .put("from", "atrium@riverside.example")
                .put("fromDisplayName", "Atrium demo");
    }

    private JsonNode realm() throws IOException, InterruptedException {
        HttpResponse<String> answer = admin.get("../atrium");
        if (answer.statusCode() != OK) {
            throw new CannotStart("The realm atrium cannot be read (" + answer.statusCode() + "): was it imported?");
        }
        return new ObjectMapper().readTree(answer.body());
    }

    /** Keycloak leaves alone what the body does not name. */
    private void put(JsonNode body) throws IOException, InterruptedException {
        HttpResponse<String> answer = admin.send("PUT", "../atrium", body.toString());
        if (answer.statusCode() != NO_CONTENT) {
            throw new CannotStart(
                    "The server refused " + body + " with " + answer.statusCode() + " " + answer.body() + ".");
        }
    }

    private static String setting(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new CannotStart("Set " + name + ".");
        }
        return value;
    }
}
