package dev.atrium.tests.server;

import dev.atrium.demo.Build;
import dev.atrium.demo.Demo;
import dev.atrium.demo.KeycloakServer;
import dev.atrium.demo.ServerSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The demo's server, one for each JVM of the test run: the same realms, seeded the same way. JUnit would end it with each class,
 * as a JVM that shares the classes with others is given them one by one.
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
            "KC_SPI_PASSWORD_HASHING__ARGON2__MEMORY", "512",
            // Off at first since 26.7.3, and on before: what it does is guarded where it is on.
            "KC_SPI_LOGIN_PROTOCOL__OPENID_CONNECT__ALLOW_CLIENT_INITIATED_ACCOUNT_LINKING", "true");

    /** Where the server has the devices of people asked whether it is they who sign in (CIBA); a test that has them is there. */
    public static final int DEVICE_PORT = 8097;

    /** For ways to sign in that are read at the start alone: that of devices, and certificates in the header of a proxy (RFC 9440). */
    private static final Map<String, String> WAYS = Map.of(
            "KC_SPI_CIBA_AUTH_CHANNEL__CIBA_HTTP_AUTH_CHANNEL__HTTP_AUTHENTICATION_CHANNEL_URI",
            "http://localhost:" + DEVICE_PORT,
            "KC_SPI_X509CERT_LOOKUP__PROVIDER",
            "rfc9440");

    private static URI baseUrl = URI.create("http://localhost:8080");

    public static URI baseUrl() {
        return baseUrl;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        baseUrl = OfThisJvm.BASE_URL;
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

    /** Started when it is first asked for, unless one runs already; ends with the JVM. */
    private static final class OfThisJvm {
        static final URI BASE_URL = start();

        private static URI start() {
            String running = System.getProperty("atrium.server", "");
            return running.isEmpty() ? startNew() : URI.create(running);
        }

        private static URI startNew() {
            try {
                Build build = Checkout.build();
                Path data = Scratch.directory("tests");
                Map<String, String> environment = new HashMap<>(IMPATIENT);
                environment.putAll(WAYS);
                ServerSettings settings = new ServerSettings(freePort(), data, environment);
                KeycloakServer server = Demo.start(build, settings, System.out::println);
                Scratch.atEnd(server::close);
                return server.baseUrl();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
