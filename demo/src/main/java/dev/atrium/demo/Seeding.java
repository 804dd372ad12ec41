package dev.atrium.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** Policies and memberships, given to the server the way an admin would; what exists is left alone. */
public record Seeding(int created, int kept) {

    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    public static Seeding of(Path realmExport, AdminApi admin) throws IOException, InterruptedException {
        // A membership names its policy.
        Seeding policies = all(realmExport.resolve("policies.json"), "atrium/policies", admin);
        Seeding memberships = all(realmExport.resolve("memberships.json"), "atrium/memberships", admin);
        return policies.and(memberships);
    }

    private static Seeding all(Path file, String path, AdminApi admin) throws IOException, InterruptedException {
        var seeding = new Seeding(0, 0);
        for (JsonNode body : new ObjectMapper().readTree(file.toFile())) {
            seeding = seeding.and(one(admin.post(path, body), body));
        }
        return seeding;
    }

    private static Seeding one(HttpResponse<String> answer, JsonNode body) {
        return switch (answer.statusCode()) {
            case CREATED -> new Seeding(1, 0);
            case CONFLICT -> new Seeding(0, 1);
            default ->
                throw new CannotStart(
                        "The server refused " + body + " with " + answer.statusCode() + " " + answer.body() + ".");
        };
    }

    private Seeding and(Seeding other) {
        return new Seeding(created + other.created, kept + other.kept);
    }
}
