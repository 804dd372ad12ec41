package dev.atrium.tests.server;

import dev.atrium.demo.Build;
import dev.atrium.demo.Demo;
import dev.atrium.demo.KeycloakServer;
import dev.atrium.demo.ServerSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The demo's server, one for the whole test run: the same realms, seeded the same way.
 *
 * <p>{@code -Datrium.server=http://localhost:8080} tests a server that runs already, e.g. the demo's.
 */
public final class AtriumServer implements BeforeAllCallback {
    /**
     * Messages that were not taken are tried again within a second of their time, so that tests need not wait, and the
     * hash of a password costs next to nothing: no test is about its strength.
     */
    static final Map<String, String> IMPATIENT = Map.of(
            "KC_SPI_ATRIUM_OUTBOX__JPA__LEFTOVERS_SECONDS", "1",
            "KC_SPI_PASSWORD_HASHING__ARGON2__ITERATIONS", "1",
            "KC_SPI_PASSWORD_HASHING__ARGON2__MEMORY", "512");

    private static URI baseUrl = URI.create("http://localhost:8080");

    public static URI baseUrl() {
        return baseUrl;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Store run = context.getRoot().getStore(Namespace.create(AtriumServer.class));
        baseUrl = run.getOrComputeIfAbsent("server", key -> Running.start(), Running.class).baseUrl;
    }

    /** The tests of this class are about another server. */
    public static void isAt(URI other) {
        baseUrl = other;
    }

    /** The tests of this class are about another server, which has this certificate. */
    public static void isAt(URI other, Certificate certificate) {
        isAt(other);
        Http.trust(certificate);
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A server that ends with the run, unless it ran before. */
    private record Running(URI baseUrl, Runnable end) implements AutoCloseable {
        static Running start() {
            String running = System.getProperty("atrium.server", "");
            return running.isEmpty() ? startNew() : new Running(URI.create(running), () -> {});
        }

        private static Running startNew() {
            try {
                Build build = Checkout.build();
                Path data = Scratch.directory("tests");
                ServerSettings settings = new ServerSettings(freePort(), data, IMPATIENT);
                KeycloakServer server = Demo.start(build, settings, System.out::println);
                return new Running(server.baseUrl(), server::close);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            end.run();
        }
    }
}
