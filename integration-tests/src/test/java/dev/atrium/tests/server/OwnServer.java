package dev.atrium.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.demo.AdminApi;
import dev.atrium.demo.Build;
import dev.atrium.demo.Distribution;
import dev.atrium.demo.KeycloakServer;
import dev.atrium.demo.ServerSettings;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.clock.ClockResourceFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A server beside the one of the test run, on a PostgreSQL that survives it: for tests that kill it. */
public final class OwnServer implements AutoCloseable {
    /** Options with which Keycloak is built, as it is anew for each other value of theirs: servers that agree share it. */
    private static final List<String> BUILD_OPTIONS = List.of("KC_CACHE", "KC_VAULT", "KC_FEATURES");

    private static final Map<String, Distribution> BUILT = new ConcurrentHashMap<>();

    private final ServerSettings settings;
    private final int managementPort;
    private final Distribution distribution;
    private KeycloakServer running;

    private OwnServer(ServerSettings settings, int managementPort) throws IOException {
        this.settings = settings;
        this.managementPort = managementPort;
        Build build = Checkout.build();
        distribution = BUILT.computeIfAbsent(options(settings), options -> unpacked(build, settings.port()))
                .withRealms(build.realmExport(), settings.baseUrl());
    }

    private static String options(ServerSettings settings) {
        return BUILD_OPTIONS.stream()
                .map(option -> settings.environment().getOrDefault(option, ""))
                .collect(Collectors.joining("/"));
    }

    private static Distribution unpacked(Build build, int port) {
        try {
            return Distribution.unpack(build.serverArchive(), build.server(port))
                    .withProviders(TestProviders.of(build))
                    .withPasswordLists(build.passwordLists());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server on the database at this address, with more in its environment. */
    public static OwnServer on(String jdbcUrl, Map<String, String> more) {
        try {
            Map<String, String> environment = new HashMap<>(more);
            environment.putAll(AtriumServer.IMPATIENT);
            environment.put("KC_DB", "postgres");
            environment.put("KC_DB_URL", jdbcUrl);
            int managementPort = AtriumServer.freePort();
            environment.put("KC_METRICS_ENABLED", "true");
            environment.put("KC_HEALTH_ENABLED", "true");
            environment.put("KC_HTTP_MANAGEMENT_PORT", String.valueOf(managementPort));
            Path data = Scratch.directory("own");
            OwnServer server =
                    new OwnServer(new ServerSettings(AtriumServer.freePort(), data, environment), managementPort);
            server.start();
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public URI baseUrl() {
        return settings.baseUrl();
    }

    /** Starts again after the end. */
    public void start() {
        try {
            running = KeycloakServer.start(distribution, settings, System.out::println);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Ends at once, as with {@code kill -9}. */
    public void kill() {
        running.kill();
    }

    /** Any request to the admin REST of a realm; gives the status. */
    public HttpResponse<String> admin(String realm, String method, String path, JsonNode body) {
        try {
            return AdminApi.of(settings.baseUrl(), realm).send(method, path, body.toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A request to the admin REST of the demo's realm that must end with this status; gives what it answered. */
    public JsonNode admin(String method, String path, JsonNode body, int expected) {
        HttpResponse<String> answer = admin("atrium", method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        return Admin.parse(answer.body());
    }

    /** Moves the server's clock ahead of the real one. */
    public void clockAhead(Duration ahead) {
        URI clock = settings.baseUrl().resolve("/realms/master/" + ClockResourceFactory.ID + "/" + ahead.toSeconds());
        Answer answer = Answer.send(
                HttpRequest.newBuilder(clock).POST(BodyPublishers.noBody()).build());
        assertThat(answer.status()).isEqualTo(200);
    }

    /** What the metrics endpoint says. */
    public String metrics() {
        URI endpoint = URI.create("http://localhost:" + managementPort + "/metrics");
        return Answer.send(HttpRequest.newBuilder(endpoint).build()).body();
    }

    /** What the health endpoint says at this path. */
    public Answer health(String path) {
        URI endpoint = URI.create("http://localhost:" + managementPort + "/health" + path);
        return Answer.send(HttpRequest.newBuilder(endpoint).build());
    }

    @Override
    public void close() {
        running.close();
    }
}
