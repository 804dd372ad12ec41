package dev.atrium.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeedingTest {

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int answer = 201;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realms/master/", exchange -> reply(exchange, 200, "{\"access_token\":\"t\"}"));
        server.createContext("/admin/realms/atrium/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            reply(exchange, answer, "");
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void creates_policies_before_the_memberships_that_name_them() throws Exception {
        Seeding seeding = seed();

        assertThat(seeding.created()).isEqualTo(asked.size()).isPositive();
        assertThat(asked)
                .isSortedAccordingTo((a, b) -> b.compareTo(a))
                .contains("/admin/realms/atrium/atrium/policies");
    }

    @Test
    void leaves_alone_what_exists() throws Exception {
        answer = 409;

        assertThat(seed().created()).isZero();
    }

    @Test
    void says_what_was_refused() {
        answer = 400;

        assertThatThrownBy(this::seed).isInstanceOf(CannotStart.class).hasMessageContaining("clinician");
    }

    private Seeding seed() throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return Seeding.of(Build.around(Path.of("")).realmExport(), AdminApi.of(address, "atrium"));
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
