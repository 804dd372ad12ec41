package dev.atrium.tests.chromium;

import com.sun.net.httpserver.HttpServer;
import dev.atrium.tests.server.FixedPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The app's side of the callback: a page for the browser to arrive at. */
public final class CallbackListener implements AutoCloseable {
    private static final int PORT = 8091;

    private final FixedPort port = FixedPort.of(PORT);
    private final HttpServer server;

    public CallbackListener() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
        server.createContext("/callback", exchange -> {
            byte[] page = "<html><body id='app'>Signed in</body></html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        port.close();
    }
}
