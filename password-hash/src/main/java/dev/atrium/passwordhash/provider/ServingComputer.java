package dev.atrium.passwordhash.provider;

import dev.atrium.passwordhash.computer.ProcessorTime;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * The elected way to compute hashes while it serves: from the election on, until it proves wrong or slow. Then, and before,
 * Keycloak's own does.
 */
final class ServingComputer {
    private static final Logger LOG = Logger.getLogger(ServingComputer.class);

    /** Each so many hashes, one is compared with Keycloak's. */
    private static final int CHECKED = 256;

    /** Of so many hashes not one may be as fast as half of what the election saw. */
    private static final int WATCHED = 64;

    private static final int SLOWER = 2;

    private final Argon2Settings usual;
    private final AtomicLong hashes = new AtomicLong();
    private volatile Optional<ElectedComputer> elected = Optional.empty();
    private long fastest = Long.MAX_VALUE;
    private int watched;

    /** @param usual settings, with which hashes are watched for being slow */
    ServingComputer(Argon2Settings usual) {
        this.usual = usual;
    }

    void serve(Optional<ElectedComputer> winner) {
        elected = winner;
    }

    /** How it is called, if one serves. */
    Optional<String> name() {
        return elected.map(serving -> serving.computer().name());
    }

    /** The digest, if it is for us to compute; otherwise Keycloak must. */
    Optional<byte[]> digest(String password, byte[] salt, Argon2Settings settings) {
        Optional<ElectedComputer> serving = elected;
        if (serving.isEmpty()) {
            return Optional.empty();
        }
        long begin = ProcessorTime.now();
        Optional<byte[]> digest = new Argon2Digest(serving.get().computer()).of(password, salt, settings);
        if (digest.isPresent() && settings.equals(usual)) {
            watch(serving.get(), ProcessorTime.now() - begin);
        }
        return digest;
    }

    /** Whether this hash is one of those that are compared with Keycloak's. */
    boolean isCheckDue() {
        return hashes.incrementAndGet() % CHECKED == 0;
    }

    /** It gave another digest than Keycloak's own. */
    void foundWrong() {
        PasswordHashMetrics.wrong();
        elected.ifPresent(serving -> LOG.errorf(
                "The password hash computed with %s differs from Keycloak's own, which serves from now on until the server is"
                        + " started again. Please report this.",
                serving.computer().name()));
        elected = Optional.empty();
    }

    private synchronized void watch(ElectedComputer serving, long nanoseconds) {
        fastest = Math.min(fastest, nanoseconds);
        watched++;
        if (watched < WATCHED) {
            return;
        }
        if (fastest > SLOWER * serving.time().toNanos()) {
            LOG.warnf(
                    "Password hashes computed with %s have become slow: %d ms, %d ms at first. Keycloak's own serves from now"
                            + " on until the server is started again.",
                    serving.computer().name(),
                    Duration.ofNanos(fastest).toMillis(),
                    serving.time().toMillis());
            elected = Optional.empty();
        }
        fastest = Long.MAX_VALUE;
        watched = 0;
    }
}
