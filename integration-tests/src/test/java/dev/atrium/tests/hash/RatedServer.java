package dev.atrium.tests.hash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.demo.AdminApi;
import dev.atrium.demo.Build;
import dev.atrium.demo.Distribution;
import dev.atrium.demo.KeycloakServer;
import dev.atrium.demo.Seeding;
import dev.atrium.demo.ServerSettings;
import dev.atrium.store.TestPostgres;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A server as one runs it for others, with people who sign in as fast as they can. Its database is PostgreSQL: H2 may look for a
 * session by reading all of them, at one start and not at the next.
 */
final class RatedServer implements AutoCloseable {
    /** Many more than sign in at once: Keycloak refuses somebody whose last sign-in its brute-force protection has yet to note. */
    static final int PEOPLE = 64;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectNode PASSWORD = JSON.createObjectNode()
            .put("type", "password")
            .put("value", Admin.PASSWORD)
            .put("temporary", false);

    private final Kind kind;
    private final Distribution distribution;
    private final ServerSettings settings;
    private final KeycloakServer server;

    /** What is compared. */
    enum Kind {
        STOCK(""),
        WITHOUT_VECTORS(""),
        WITH_VECTORS("--add-modules=jdk.incubator.vector");

        private final String java;

        Kind(String java) {
            this.java = java;
        }

        boolean isStock() {
            return this == STOCK;
        }
    }

    RatedServer(Kind kind, Path directory) throws IOException, InterruptedException {
        this(kind, directory, Map.of());
    }

    /** @param options of Keycloak's, as variables of its environment */
    RatedServer(Kind kind, Path directory, Map<String, String> options) throws IOException, InterruptedException {
        this.kind = kind;
        Build build = Checkout.build();
        int port = AtriumServer.freePort();
        Map<String, String> environment = new HashMap<>(Map.of(
                "KC_HTTP_ENABLED",
                "true",
                "KC_HOSTNAME",
                "http://localhost:" + port,
                "KC_CACHE",
                "local",
                "KC_DB_URL",
                TestPostgres.start(),
                "JAVA_OPTS_APPEND",
                kind.java));
        environment.putAll(options);
        settings = new ServerSettings(port, directory.resolve("data"), environment);
        distribution = Distribution.unpack(build.serverArchive(), directory.resolve("keycloak"));
        if (kind.isStock()) {
            distribution.withRealms(plainRealm(directory), settings.baseUrl());
        } else {
            distribution
                    .withProviders(build.providers())
                    .withPasswordLists(build.passwordLists())
                    .withRealms(build.realmExport(), settings.baseUrl());
        }
        build();
        server = KeycloakServer.start(
                distribution, List.of("start", "--optimized", "--import-realm"), settings, System.out::println);
        if (!kind.isStock()) {
            Seeding.of(build.realmExport(), admin());
            Eventually.holds(() -> log().contains("Passwords are hashed "), this::log);
        }
        makePeople();
    }

    Kind kind() {
        return kind;
    }

    URI baseUrl() {
        return server.baseUrl();
    }

    /** The admin REST of the realm whose people sign in. */
    AdminApi admin() throws IOException, InterruptedException {
        return AdminApi.of(baseUrl(), "atrium");
    }

    /**
     * Lets people sign in with a hash that costs nothing, so that Java compiles all of a sign-in but the hash, which takes it
     * thousands of them; then hashes their passwords as before.
     */
    void warm(int atOnce, Duration time) throws IOException, InterruptedException {
        ObjectNode realm = (ObjectNode) JSON.readTree(admin().get("").body());
        String policy = realm.path("passwordPolicy").asText("");
        hashWith("hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
        Slice.of(this, atOnce, time);
        hashWith(policy);
    }

    /** Sets everybody's password again by a policy of the realm: one that another policy hashed is hashed anew at a sign-in. */
    private void hashWith(String policy) throws IOException, InterruptedException {
        AdminApi admin = admin();
        ObjectNode change = JSON.createObjectNode().put("passwordPolicy", policy);
        done(admin.send("PUT", "", change.toString()));
        for (JsonNode person : JSON.readTree(
                admin.get("users?max=1000&briefRepresentation=true").body())) {
            if (person.path("username").asText().startsWith("person-")) {
                String path = "users/" + person.path("id").asText() + "/reset-password";
                done(admin.send("PUT", path, PASSWORD.toString()));
            }
        }
    }

    private static void done(HttpResponse<String> answer) {
        if (answer.statusCode() != 204) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    static String person(int number) {
        return "person-" + number + "@example.org";
    }

    /** How its log says that it hashes passwords. */
    String hashing() {
        return log().lines()
                .filter(line -> line.contains("Passwords are hashed "))
                .map(line -> line.substring(line.indexOf("Passwords")))
                .findFirst()
                .orElse("Keycloak alone");
    }

    /** What its log says of sign-ins that it refused, and why. */
    List<String> refusals() {
        return log().lines().filter(line -> line.contains("LOGIN_ERROR")).toList();
    }

    /** The time for which processors have worked for it, except to compile its code: that ends some day. */
    Duration processorTime() {
        String home = distribution.home().toString();
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(home))
                .map(process -> ThreadTimes.of(process.pid()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        server.close();
    }

    private void build() throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(distribution.command(List.of("build", "--db=postgres")))
                .redirectErrorStream(true)
                .redirectOutput(distribution.home().resolve("build.log").toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().putAll(settings.environment());
        if (command.start().waitFor() != 0) {
            throw new AssertionError(Files.readString(distribution.home().resolve("build.log")));
        }
    }

    private void makePeople() throws IOException, InterruptedException {
        AdminApi admin = admin();
        for (int number = 0; number < PEOPLE; number++) {
            created(admin.post("users", TestUser.representation(person(number))));
            if (!kind.isStock()) {
                ObjectNode membership = JSON.createObjectNode()
                        .put("project", "riverside")
                        .put("user", person(number))
                        .put("profile", "Practitioner/person-" + number)
                        .put("policy", "clinician");
                created(admin.post("atrium/memberships", membership));
            }
        }
    }

    private static void created(HttpResponse<String> answer) {
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    private static Path plainRealm(Path directory) throws IOException {
        Path realms = Files.createDirectories(directory.resolve("realms"));
        try (var realm = Objects.requireNonNull(RatedServer.class.getResourceAsStream("rated-realm.json"))) {
            Files.copy(realm, realms.resolve("atrium-realm.json"));
        }
        return realms;
    }

    private String log() {
        try {
            return Files.readString(settings.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
