package dev.atrium.outbox.http;

import dev.atrium.core.outbox.DeliveryResult;
import dev.atrium.core.webhook.RetryAfter;
import dev.atrium.support.time.KeycloakClock;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.apache.http.HttpStatus;
import org.apache.http.conn.ConnectTimeoutException;

/** What an answer to a webhook, or none, means for its message. */
public final class WebhookAnswer {
    static final DeliveryResult GONE = new DeliveryResult.Refused(
            "The receiver answered 410: it wants no more events, so the subscription was switched off.");

    /**
     * The same for a name that nobody knows, for one that stands for an address that may not be called, and for a port
     * where nobody listens: whoever may subscribe must not learn by it which names and servers there are within.
     */
    public static final DeliveryResult NOBODY =
            new DeliveryResult.Unreachable("Nothing answers at this host and port.");

    /** The server is busy as a whole, so all messages to it wait for a while. */
    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);

    private WebhookAnswer() {}

    /** @param retryAfter the header that says when to come again */
    static DeliveryResult of(int status, Optional<String> retryAfter) {
        if (status >= HttpStatus.SC_OK && status < HttpStatus.SC_MULTIPLE_CHOICES) {
            return new DeliveryResult.Delivered();
        }
        if (status == HttpStatus.SC_GONE) {
            return GONE;
        }
        if (BUSY.contains(status)) {
            return new DeliveryResult.Unreachable("The receiver answered " + status + ".", pause(retryAfter));
        }
        boolean redirect = status >= HttpStatus.SC_MULTIPLE_CHOICES && status < HttpStatus.SC_BAD_REQUEST;
        return new DeliveryResult.Deferred(
                "The receiver answered " + status + (redirect ? "; redirects are not followed." : "."));
    }

    private static Duration pause(Optional<String> retryAfter) {
        return retryAfter
                .flatMap(text -> RetryAfter.parse(text, KeycloakClock.INSTANCE.instant()))
                .orElse(Duration.ZERO);
    }

    /** The words of exceptions hold addresses that are nobody's business, so they are not passed on. */
    static DeliveryResult of(IOException problem, boolean tookTooLong) {
        if (problem instanceof UnknownHostException
                || problem instanceof ConnectException
                || problem instanceof NoRouteToHostException
                || problem instanceof ConnectTimeoutException) {
            return NOBODY;
        }
        if (tookTooLong) {
            return new DeliveryResult.Deferred("There was no answer in time.");
        }
        return new DeliveryResult.Deferred(
                problem instanceof SSLException
                        ? "There is no trustworthy encrypted connection to the host."
                        : "The connection broke before there was an answer.");
    }
}
