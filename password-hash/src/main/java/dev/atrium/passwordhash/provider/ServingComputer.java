package dev.atrium.passwordhash.provider;

import dev.atrium.passwordhash.computer.ProcessorTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The elected way to compute hashes while it serves: from the election on, until it fails, or proves wrong or slow. Then, and
 * before, Keycloak's own does.
 */
final class ServingComputer {
    private static final Logger LOG = Logger.getLogger(ServingComputer.class);

    /** Each so many hashes, one is compared with Keycloak's. */
    private static final int CHECKED = 256;

    private static final String CONSEQUENCE =
            " Keycloak's own Argon2 serves from now on until the server is started again."
                    + " Sign-ins go on, but cost more. Please report this.";

    private final Argon2Settings usual;
    private final AtomicLong hashes = new AtomicLong();
    private volatile Optional<Service> service = Optional.empty();

    private record Service(ElectedComputer elected, Pace pace) {
        String name() {
            return elected.computer().name();
        }
    }

    /** @param usual settings, with which hashes are watched for being slow */
    ServingComputer(Argon2Settings usual) {
        this.usual = usual;
    }

    void serve(Optional<ElectedComputer> winner) {
        service = winner.map(elected -> new Service(elected, new Pace(elected.time())));
    }

    /** How it is called, if one serves. */
    Optional<String> name() {
        return service.map(Service::name);
    }

    /** The digest, if it is for us to compute; otherwise Keycloak must. */
    Optional<byte[]> digest(String password, byte @Nullable [] salt, Argon2Settings settings) {
        Optional<Service> serving = service;
        return serving.flatMap(one -> digest(one, password, salt, settings));
    }

    /** Whatever goes wrong is no concern of who signs in: Keycloak's own is there. */
    private Optional<byte[]> digest(Service serving, String password, byte @Nullable [] salt, Argon2Settings settings) {
        long begin = ProcessorTime.now();
        try {
            Optional<byte[]> digest = new Argon2Digest(serving.elected().computer()).of(password, salt, settings);
            if (digest.isPresent() && settings.equals(usual)) {
                serving.pace().took(ProcessorTime.now() - begin);
            }
            return digest;
        } catch (RuntimeException | Error failure) {
            if (failure instanceof OutOfMemoryError && !settings.equals(usual)) {
                return Optional.empty(); // what costs more than this server has says nothing of the others
            }
            withdraw(PasswordHashMetrics.Reason.FAILED);
            LOG.errorf(failure, "The password hash computed with %s failed.%s", serving.name(), CONSEQUENCE);
            return Optional.empty();
        }
    }

    /** Whether this hash is one of those that are compared with Keycloak's. */
    boolean isCheckDue(Argon2Settings settings) {
        boolean sample = hashes.incrementAndGet() % CHECKED == 0;
        return sample
                || (settings.equals(usual)
                        && service.filter(one -> one.pace().isSuspicious()).isPresent());
    }

    /** Keycloak came to the same, and it took so long; with other settings than the usual that says nothing of the pace. */
    void foundRight(Argon2Settings settings, long nanoseconds) {
        service.filter(one -> settings.equals(usual))
                .filter(one -> one.pace().isSlowerThan(nanoseconds))
                .ifPresent(serving -> {
                    withdraw(PasswordHashMetrics.Reason.SLOW);
                    LOG.errorf(
                            "Password hashes computed with %s have become slower than Keycloak's own, %.1f ms of a processor each.%s",
                            serving.name(), nanoseconds / 1e6, CONSEQUENCE);
                });
    }

    /** It gave another digest than Keycloak's own. */
    void foundWrong() {
        service.ifPresent(serving -> {
            withdraw(PasswordHashMetrics.Reason.WRONG);
            LOG.errorf(
                    "The password hash computed with %s differs from Keycloak's own.%s", serving.name(), CONSEQUENCE);
        });
    }

    private void withdraw(PasswordHashMetrics.Reason reason) {
        PasswordHashMetrics.withdrawn(reason);
        service = Optional.empty();
    }
}
