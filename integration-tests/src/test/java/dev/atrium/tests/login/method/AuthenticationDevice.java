package dev.atrium.tests.login.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.FixedPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** The phones of people, on which they are asked whether it is they who sign in (CIBA). */
final class AuthenticationDevice implements AutoCloseable {
    private final HttpServer server;
    private final FixedPort port;
    private volatile String bearer = "";

    private AuthenticationDevice(HttpServer server, FixedPort port) {
        this.server = server;
        this.port = port;
    }

    static AuthenticationDevice start() {
        FixedPort port = FixedPort.of(AtriumServer.DEVICE_PORT);
        try {
            HttpServer server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), AtriumServer.DEVICE_PORT), 0);
            AuthenticationDevice device = new AuthenticationDevice(server, port);
            server.createContext("/", device::ask);
            server.start();
            return device;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(HttpExchange exchange) throws IOException {
        bearer = exchange.getRequestHeaders().getFirst("Authorization");
        exchange.sendResponseHeaders(201, -1);
        exchange.close();
    }

    /** The person who was asked last says yes, which this address is told. */
    void confirmsTo(URI callback) {
        Answer answer = Answer.send(HttpRequest.newBuilder(callback)
                .header("Authorization", bearer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"status\": \"SUCCEED\"}"))
                .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Override
    public void close() {
        server.stop(0);
        port.close();
    }
}
