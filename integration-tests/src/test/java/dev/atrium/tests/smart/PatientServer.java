package dev.atrium.tests.smart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.atrium.tests.app.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A FHIR server of a test's own on the loopback, which answers as the test wants and remembers what it was asked. */
public final class PatientServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer http;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final List<ObjectNode> resources = new CopyOnWriteArrayList<>();
    private volatile Answering answering = this::searched;

    /** What becomes of a request. */
    interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    private PatientServer(HttpServer http) {
        this.http = http;
    }

    public static PatientServer start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            PatientServer server = new PatientServer(http);
            http.createContext("/fhir", server::handle);
            http.setExecutor(Executors.newCachedThreadPool());
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String base() {
        return "http://localhost:" + http.getAddress().getPort() + "/fhir";
    }

    /** What it was asked, as it stood in the request line. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** The token of the last request. */
    String token() {
        return tokens.get(tokens.size() - 1);
    }

    JsonNode claims() {
        return Tokens.claims(token());
    }

    void answers(Answering other) {
        answering = other;
    }

    /** Every request is answered so. */
    void answers(int status, String type, String body) {
        answering = exchange -> send(exchange, status, type, body);
    }

    public PatientServer with(String json) {
        try {
            resources.add((ObjectNode) JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public PatientServer patient(String id, String given, String family, String birthDate) {
        return with("""
                {"resourceType": "Patient", "id": "%s", "name": [{"given": ["%s"], "family": "%s"}],
                 "birthDate": "%s", "gender": "female",
                 "identifier": [{"system": "urn:other", "value": "x-%1$s"},
                   {"type": {"text": "Record", "coding": [{"code": "MR"}]}, "value": "mr-%1$s"}]}""".formatted(id, given, family, birthDate));
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        Stream.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .map(header -> header.replaceFirst("^Bearer ", ""))
                .forEach(tokens::add);
        try (exchange) {
            answering.answer(exchange);
        }
    }

    private void searched(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/fhir/".length());
        List<String> terms = terms(exchange.getRequestURI().getRawQuery());
        if (path.contains("/")) {
            String[] parts = path.split("/");
            ObjectNode found = resources.stream()
                    .filter(one -> one.path("resourceType").asText().equals(parts[0])
                            && one.path("id").asText().equals(parts[1]))
                    .findFirst()
                    .orElse(null);
            send(exchange, found == null ? 404 : 200, "application/fhir+json", String.valueOf(found));
        } else {
            send(exchange, 200, "application/fhir+json", bundle(path, terms).toString());
        }
    }

    private ObjectNode bundle(String type, List<String> terms) {
        List<ObjectNode> found = resources.stream()
                .filter(one -> one.path("resourceType").asText().equals(type) && meets(one, terms))
                .toList();
        int from = terms.stream()
                .filter(term -> term.startsWith("_offset="))
                .mapToInt(term -> Integer.parseInt(term.substring("_offset=".length())))
                .findFirst()
                .orElse(0);
        int to = Math.min(from + 10, found.size());
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "searchset");
        ArrayNode links = bundle.putArray("link");
        if (to < found.size()) {
            String query = String.join(
                    "&",
                    terms.stream().filter(term -> !term.startsWith("_offset=")).toList());
            links.addObject().put("relation", "next").put("url", base() + "/" + type + "?" + query + "&_offset=" + to);
        }
        ArrayNode entries = bundle.putArray("entry");
        found.subList(from, to).forEach(one -> entries.addObject().set("resource", one));
        return bundle;
    }

    private static boolean meets(ObjectNode resource, List<String> terms) {
        String text = resource.toString().toLowerCase(Locale.ROOT);
        return terms.stream()
                .filter(term -> term.matches("(name|birthdate|identifier|patient)=.*"))
                .map(term -> term.substring(term.indexOf('=') + 1).toLowerCase(Locale.ROOT))
                .allMatch(text::contains);
    }

    private static List<String> terms(String query) {
        List<String> terms = new ArrayList<>();
        if (query != null) {
            for (String part : query.split("&")) {
                terms.add(URLDecoder.decode(part, StandardCharsets.UTF_8));
            }
        }
        return terms;
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Nobody listens there any more. */
    @Override
    public void close() {
        http.stop(0);
    }
}
