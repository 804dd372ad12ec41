package dev.atrium.tests.smart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A web app made with the library fhirclient, as its documentation tells: a page to launch, and one to come back to. */
final class FhirClientApp implements AutoCloseable {
    static final String LIBRARY = "fhir-client.pure.min.js";

    private static final String SCOPE =
            "openid fhirUser offline_access patient/Patient.rs patient/Observation.rs patient/Condition.rs";

    private final HttpServer http;
    private final String clientId;
    private final URI endSession;

    /** Listens on that port, as the client with that id. */
    FhirClientApp(int port, String clientId, URI endSession) throws IOException {
        this.clientId = clientId;
        this.endSession = endSession;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), port), 0);
        http.createContext("/launch", exchange -> send(exchange, "text/html", page("launch.html")));
        http.createContext("/app", exchange -> send(exchange, "text/html", page("app.html")));
        http.createContext("/fhir-client.js", exchange -> send(exchange, "text/javascript", file(LIBRARY)));
        http.createContext(
                "/left",
                exchange ->
                        send(exchange, "text/html", "<p id='left'>Signed out</p>".getBytes(StandardCharsets.UTF_8)));
        http.start();
    }

    /** The address to open for a standalone launch with this FHIR server. */
    String standalone(URI base) {
        return "http://localhost:" + http.getAddress().getPort() + "/launch?iss=" + base;
    }

    /** The address that an EHR opens. */
    String ehr(URI base, String launch) {
        return standalone(base) + "&launch=" + launch;
    }

    private byte[] page(String file) throws IOException {
        return new String(file(file), StandardCharsets.UTF_8)
                .replace("CLIENT_ID", "'" + clientId + "'")
                .replace("EHR_SCOPE", "'launch " + SCOPE + "'")
                .replace("STANDALONE_SCOPE", "'launch/patient " + SCOPE + "'")
                .replace("END_SESSION", endSession.toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] file(String name) throws IOException {
        try (InputStream stream = FhirClientApp.class.getResourceAsStream("fhirclient/" + name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", type + ";charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
