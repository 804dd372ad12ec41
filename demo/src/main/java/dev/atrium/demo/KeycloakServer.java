package dev.atrium.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A Keycloak process that answers. */
public final class KeycloakServer implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int POLLS = 600;
    private static final int POLLS_PER_WORD = 20;
    private static final long SECONDS_TO_STOP = 30;

    private final Process process;
    private final ServerSettings settings;
    private volatile boolean closing;

    private KeycloakServer(Process process, ServerSettings settings) {
        this.process = process;
        this.settings = settings;
    }

    /** Starts the server and returns when it answers; throws {@link CannotStart} when it never will. */
    public static KeycloakServer start(Distribution distribution, ServerSettings settings, Consumer<String> progress)
            throws IOException, InterruptedException {
        return start(distribution, List.of("start-dev", "--import-realm"), settings, progress);
    }

    /** Starts the server the way these arguments of its script say. */
    public static KeycloakServer start(
            Distribution distribution, List<String> arguments, ServerSettings settings, Consumer<String> progress)
            throws IOException, InterruptedException {
        checkFree(settings.port());
        Files.createDirectories(settings.directory());
        var command = new ProcessBuilder(distribution.command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(settings.log().toFile());
        command.environment().putAll(settings.serverEnvironment());
        var server = new KeycloakServer(command.start(), settings);
        // From here on, whoever ends this JVM ends the server, also in the middle of its start.
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        try {
            server.awaitAnswer(progress);
        } catch (CannotStart | InterruptedException e) {
            server.close();
            throw e;
        }
        return server;
    }

    public URI baseUrl() {
        return settings.baseUrl();
    }

    /** Waits until the server ends; true when it was asked to. */
    public boolean awaitEnd() throws InterruptedException {
        process.waitFor();
        return closing;
    }

    /** The last lines of the log, which say why the server ended. */
    public String lastWords() {
        try (Stream<String> lines = Files.lines(settings.log())) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 20), all.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    /** Lets Keycloak end in order. The script has the server as its child, so both are told. */
    @Override
    public void close() {
        closing = true;
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(one -> {
            if (!ended(one)) {
                one.destroyForcibly();
            }
        });
    }

    /** Ends the server at once, without a chance to put anything in order. */
    public void kill() {
        closing = true;
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(KeycloakServer::ended);
    }

    private static boolean ended(ProcessHandle handle) {
        try {
            handle.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private void awaitAnswer(Consumer<String> progress) throws InterruptedException {
        for (int poll = 1; poll <= POLLS; poll++) {
            if (!process.isAlive()) {
                throw new CannotStart("Keycloak stopped before it was ready. The end of its log, " + settings.log()
                        + ":\n" + lastWords());
            }
            if (answers()) {
                return;
            }
            if (poll % POLLS_PER_WORD == 0) {
                progress.accept("  still starting, " + PAUSE.multipliedBy(poll).toSeconds() + " s");
            }
            Thread.sleep(PAUSE.toMillis());
        }
        throw new CannotStart("Keycloak did not answer at " + baseUrl() + " in "
                + PAUSE.multipliedBy(POLLS).toMinutes() + " minutes; its log is " + settings.log() + ".");
    }

    private boolean answers() throws InterruptedException {
        var request = HttpRequest.newBuilder(baseUrl().resolve("/realms/atrium"))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks for every address and for this machine's own: some systems let the one hide the other. */
    static void checkFree(int port) {
        for (InetAddress address :
                List.of(new InetSocketAddress(port).getAddress(), InetAddress.getLoopbackAddress())) {
            try (var socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(address, port));
            } catch (IOException e) {
                throw new CannotStart(
                        "Port " + port + " is in use: stop the program that listens there, then start again.");
            }
        }
    }
}
