package dev.atrium.tests.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.atrium.tests.mail.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/** Another system, on this machine, which takes webhooks or does not. */
final class WebhookReceiver implements AutoCloseable {
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<ReceivedWebhook> taken = new CopyOnWriteArrayList<>();
    private final List<ReceivedWebhook> refused = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile int status = 204;
    private volatile Duration thinks = Duration.ZERO;
    private volatile String location = "";
    private volatile String retryAfter = "";
    private HttpServer server;

    private final Optional<SSLContext> tls;

    private WebhookReceiver(int port, Optional<SSLContext> tls) {
        this.tls = tls;
        server = open(port);
        this.port = server.getAddress().getPort();
    }

    static WebhookReceiver start() {
        return new WebhookReceiver(0, Optional.empty());
    }

    /** One that speaks https. */
    static WebhookReceiver start(SSLContext tls) {
        return new WebhookReceiver(0, Optional.of(tls));
    }

    int port() {
        return port;
    }

    String url() {
        return "http://localhost:" + port + "/hook";
    }

    /** What it answers from now on. */
    WebhookReceiver answers(int newStatus) {
        status = newStatus;
        return this;
    }

    /** When it wants to be asked again, as it says from now on. */
    WebhookReceiver saysRetryAfter(String value) {
        retryAfter = value;
        return this;
    }

    void redirectsTo(String url) {
        location = url;
        status = 307;
    }

    void thinksFor(Duration time) {
        thinks = time;
    }

    void stop() {
        server.stop(0);
    }

    void restart() {
        server = open(port);
    }

    /** What it answered with a success. */
    List<ReceivedWebhook> taken() {
        return List.copyOf(taken);
    }

    List<ReceivedWebhook> taken(String type) {
        return taken.stream().filter(webhook -> webhook.type().equals(type)).toList();
    }

    List<ReceivedWebhook> refused() {
        return List.copyOf(refused);
    }

    ReceivedWebhook await(String type) {
        return await(webhook -> webhook.type().equals(type));
    }

    ReceivedWebhook await(Predicate<ReceivedWebhook> wanted) {
        return Eventually.get(
                () -> taken.stream().filter(wanted).findFirst(),
                () -> "not among " + taken.stream().map(ReceivedWebhook::text).toList());
    }

    ReceivedWebhook awaitRefused() {
        return Eventually.get(() -> refused.stream().findFirst(), () -> "nothing came");
    }

    @Override
    public void close() {
        stop();
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        int answer = status;
        ReceivedWebhook webhook = new ReceivedWebhook(
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Duration time = thinks;
        if (!time.isZero()) {
            refused.add(webhook);
            LockSupport.parkNanos(time.toNanos());
        } else {
            (answer < 300 ? taken : refused).add(webhook);
        }
        if (!location.isEmpty()) {
            exchange.getResponseHeaders().add("Location", location);
        }
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private HttpServer open(int at) {
        try {
            InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), at);
            HttpServer opened = tls.isPresent() ? secure(here, tls.get()) : HttpServer.create(here, 0);
            opened.createContext("/hook", this::handle);
            opened.setExecutor(workers);
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer secure(InetSocketAddress here, SSLContext tls) throws IOException {
        HttpsServer opened = HttpsServer.create(here, 0);
        opened.setHttpsConfigurator(new HttpsConfigurator(tls));
        return opened;
    }
}
