package dev.atrium.demo.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.atrium.demo.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web site on a port of its own of this machine: files of this jar, and some JSON. */
final class Site implements AutoCloseable {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int THREADS = 8;

    private static final String HTML = "text/html;charset=utf-8";
    private static final Map<String, String> TYPES = Map.of(
            "html",
            HTML,
            "css",
            "text/css;charset=utf-8",
            "js",
            "text/javascript;charset=utf-8",
            "json",
            "application/json");

    /** The pages get their scripts from here only, and send forms nowhere. They ask whichever FHIR server they are told. */
    private static final String POLICY =
            "default-src 'self'; connect-src *; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Site::daemon);

    /** Listens, but answers only after {@link #start}; on any free port if it is 0. */
    Site(int port) throws IOException {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), port), 0);
        } catch (IOException e) {
            throw new CannotStart("Port " + port + " is in use (" + e.getMessage()
                    + "): the demo needs it. Stop what listens there and run the command again.");
        }
        http.setExecutor(threads);
    }

    URI address() {
        return URI.create("http://localhost:" + http.getAddress().getPort());
    }

    /** Serves a file of this package's folder at this path and no other. */
    Site file(String path, String file) {
        String type = TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), HTML);
        return handle(path, "GET", exchange -> {
            try (InputStream stream = Site.class.getResourceAsStream(file)) {
                if (stream == null) {
                    throw new IOException(file + " is missing");
                }
                send(exchange, OK, type, stream.readAllBytes());
            }
        });
    }

    /** Answers this path with JSON. */
    Site json(String path, String method, Answer answer) {
        return handle(
                path,
                method,
                exchange -> send(
                        exchange,
                        OK,
                        "application/json",
                        answer.to(exchange).toString().getBytes(StandardCharsets.UTF_8)));
    }

    Site start() {
        http.start();
        return this;
    }

    /** The JSON that answers a request. */
    interface Answer {
        JsonNode to(HttpExchange exchange) throws IOException;
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private Site handle(String path, String method, Handler handler) {
        http.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().add("Content-Security-Policy", POLICY);
                exchange.getResponseHeaders().add("Cache-Control", "no-store");
                // All of it is public, and the app reads the style of the health record system.
                exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
                if (!exchange.getRequestURI().getPath().equals(path)) {
                    send(exchange, NOT_FOUND, HTML, "Nothing is here.".getBytes(StandardCharsets.UTF_8));
                } else if (!exchange.getRequestMethod().equals(method)) {
                    send(exchange, METHOD_NOT_ALLOWED, HTML, ("Only " + method + ".").getBytes(StandardCharsets.UTF_8));
                } else {
                    handler.handle(exchange);
                }
            }
        });
        return this;
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.getResponseHeaders().add("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "demo-site");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdown();
    }
}
