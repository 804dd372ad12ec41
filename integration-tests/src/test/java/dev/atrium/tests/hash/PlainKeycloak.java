package dev.atrium.tests.hash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.demo.AdminApi;
import dev.atrium.demo.Build;
import dev.atrium.demo.Distribution;
import dev.atrium.demo.KeycloakServer;
import dev.atrium.demo.ServerSettings;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;

/** A Keycloak with nothing of the pack but, where wanted, the password hash, on data that stays. */
final class PlainKeycloak {
    static final String PASSWORD = "Paßwort 🔑";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final Distribution distribution;
    private final Path none;
    private final Path onlyHash;

    PlainKeycloak(Path directory) throws IOException {
        this.directory = directory;
        Build build = Checkout.build();
        distribution = Distribution.unpack(build.serverArchive(), directory.resolve("keycloak"));
        Path realms = Files.createDirectories(directory.resolve("realms"));
        try (var realm = Objects.requireNonNull(PlainKeycloak.class.getResourceAsStream("plain-realm.json"))) {
            Files.copy(realm, realms.resolve("atrium-realm.json"));
        }
        distribution.withRealms(realms, URI.create("http://localhost:8080"));
        none = Files.createDirectories(directory.resolve("none"));
        onlyHash = Files.createDirectories(directory.resolve("only-hash"));
        try (var jars = Files.newDirectoryStream(build.providers(), "atrium-password-hash*.jar")) {
            for (Path jar : jars) {
                Files.copy(jar, onlyHash.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    Running withoutTheJar() throws IOException, InterruptedException {
        return start(none, Map.of("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1"));
    }

    Running withTheJar(Map<String, String> environment) throws IOException, InterruptedException {
        return start(onlyHash, environment);
    }

    private Running start(Path providers, Map<String, String> environment) throws IOException, InterruptedException {
        distribution.withProviders(providers);
        ServerSettings settings = new ServerSettings(AtriumServer.freePort(), directory.resolve("data"), environment);
        return new Running(KeycloakServer.start(distribution, settings, System.out::println), settings);
    }

    /** While it runs. */
    record Running(KeycloakServer server, ServerSettings settings) implements AutoCloseable {
        boolean signsIn(String username, String password) {
            String form = "grant_type=password&client_id=admin-cli&username=" + username + "&password="
                    + URLEncoder.encode(password, StandardCharsets.UTF_8);
            return Answer.post(server.baseUrl().resolve("/realms/atrium/protocol/openid-connect/token"), form)
                            .status()
                    == 200;
        }

        void create(String username) throws IOException, InterruptedException {
            ObjectNode user = JSON.createObjectNode()
                    .put("username", username)
                    .put("email", username + "@example.org")
                    .put("firstName", "Anna")
                    .put("lastName", "Example")
                    .put("enabled", true)
                    .put("emailVerified", true);
            user.putArray("credentials").addObject().put("type", "password").put("value", PASSWORD);
            HttpResponse<String> answer = admin().post("users", user);
            if (answer.statusCode() != 201) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
        }

        /** The stored password, as the admin REST shows it. */
        JsonNode stored(String username) throws IOException, InterruptedException {
            String id = JSON.readTree(
                            admin().get("users?exact=true&username=" + username).body())
                    .path(0)
                    .path("id")
                    .asText();
            return JSON.readTree(admin().get("users/" + id + "/credentials").body())
                    .path(0);
        }

        String log() {
            try {
                return Files.readString(settings.log());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private AdminApi admin() throws IOException, InterruptedException {
            return AdminApi.of(server.baseUrl(), "atrium");
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
