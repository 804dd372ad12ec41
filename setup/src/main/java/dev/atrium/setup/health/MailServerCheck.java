package dev.atrium.setup.health;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The realm's mail server.
 *
 * @param settings as Keycloak keeps them
 */
record MailServerCheck(Map<String, String> settings) {
    private static final Duration AT_MOST = Duration.ofSeconds(3);
    private static final int SMTP = 25;
    private static final String CURE = "Under Realm settings > Email, ";

    MailServerCheck {
        settings = Map.copyOf(settings);
    }

    /** Whether the settings name a server and a sender. */
    Optional<Finding> missing() {
        return has("host") && has("from")
                ? Optional.empty()
                : Optional.of(new Finding(
                        FindingKind.MAIL_SERVER_MISSING,
                        "",
                        "The realm has no mail server, or no sender: invitations, codes and links by e-mail are not sent.",
                        CURE + "enter 'Host' and 'From', and test the connection."));
    }

    /** Whether it takes a connection; the answer is there after {@link #AT_MOST}, whatever the network does. */
    Optional<Finding> unreachable(ExecutorService threads) {
        if (missing().isPresent()) {
            return Optional.empty();
        }
        String host = settings.getOrDefault("host", "");
        Optional<Integer> port = port();
        String server = host + ":" + settings.getOrDefault("port", String.valueOf(SMTP));
        return port.isPresent() && isReached(host, port.get(), threads)
                ? Optional.empty()
                : Optional.of(new Finding(
                        FindingKind.MAIL_SERVER_UNREACHABLE,
                        server,
                        "The mail server %s takes no connection within %d seconds: mails wait in the outbox."
                                .formatted(server, AT_MOST.toSeconds()),
                        CURE + "correct 'Host' and 'Port', or see to it that this server reaches it."));
    }

    private boolean has(String name) {
        return !settings.getOrDefault(name, "").isBlank();
    }

    private Optional<Integer> port() {
        String port = settings.getOrDefault("port", "");
        if (port.isBlank()) {
            return Optional.of(SMTP);
        }
        return Optional.of(port.strip())
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(number -> number > 0 && number < 1 << 16);
    }

    /** In a thread of its own, for no time limit holds for a name server. */
    private static boolean isReached(String host, int port, ExecutorService threads) {
        Future<Boolean> attempt = threads.submit(() -> connects(host, port));
        try {
            return attempt.get(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unreachable) {
            attempt.cancel(true);
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean connects(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) AT_MOST.toMillis());
            return true;
        } catch (IOException unreachable) {
            return false;
        }
    }
}
