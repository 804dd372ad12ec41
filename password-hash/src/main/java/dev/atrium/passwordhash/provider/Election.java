package dev.atrium.passwordhash.provider;

import dev.atrium.passwordhash.computer.Computers;
import dev.atrium.passwordhash.computer.HashComputer;
import dev.atrium.passwordhash.computer.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Tries the ways to compute a hash against Keycloak's own, and each other. */
final class Election {
    private static final Logger LOG = Logger.getLogger(Election.class);
    private static final int COMPARISONS = 16;

    /** What is hardly faster is not worth being another. */
    private static final double FASTER = 1.05;

    private static final int MUCH = 4;

    private final KeycloaksHash keycloaks;
    private final Argon2Settings settings;
    private final ComputerChoice choice;

    Election(KeycloaksHash keycloaks, Argon2Settings settings, ComputerChoice choice) {
        this.keycloaks = keycloaks;
        this.settings = settings;
        this.choice = choice;
    }

    /** The fastest of those that give the right digests, if it is faster than Keycloak's own. */
    Optional<ElectedComputer> hold(List<HashComputer> candidates) {
        if (settings.cost().isEmpty()) {
            LOG.infof("Passwords are hashed by Keycloak's own Argon2: only type id, version 1.3 is computed otherwise");
            return Optional.empty();
        }
        Duration own = Trial.time(() -> keycloaks.encode(KeycloaksHash.SAMPLE, settings.iterations()));
        Optional<ElectedComputer> best = Optional.empty();
        for (HashComputer candidate : candidates) {
            if (choice.admits(candidate) && isWorthATrial(candidate, own) && isRight(candidate)) {
                best = faster(best, new ElectedComputer(candidate, time(candidate)));
            }
        }
        Optional<ElectedComputer> elected =
                best.filter(fastest -> choice.isForced() || fastest.time().toNanos() * FASTER < own.toNanos());
        announce(elected, own);
        return elected;
    }

    private static Optional<ElectedComputer> faster(Optional<ElectedComputer> best, ElectedComputer next) {
        return best.filter(known -> known.time().compareTo(next.time()) <= 0).or(() -> Optional.of(next));
    }

    /** What is far slower when small is not tried at its full size. */
    private boolean isWorthATrial(HashComputer candidate, Duration own) {
        Duration expected = Trial.warmUp(candidate, settings.cost().orElseThrow());
        return expected.compareTo(own.multipliedBy(MUCH)) < 0;
    }

    private boolean isRight(HashComputer candidate) {
        boolean right = Trial.knowsTheStandard(candidate);
        for (int comparison = 0; right && comparison < COMPARISONS; comparison++) {
            String password = KeycloaksHash.SAMPLE.repeat(comparison);
            PasswordCredentialModel stored = keycloaks.encode(password, settings.iterations());
            right = new Argon2Digest(candidate).matches(password, stored);
        }
        if (!right) {
            LOG.errorf(
                    "The password hash computed with %s is wrong on this machine, and is not used. Please report this.",
                    candidate.name());
        }
        return right;
    }

    private Duration time(HashComputer candidate) {
        Argon2Digest digest = new Argon2Digest(candidate);
        return Trial.time(() -> digest.of(KeycloaksHash.SAMPLE, new byte[KeycloaksHash.SALT], settings));
    }

    private static void announce(Optional<ElectedComputer> elected, Duration own) {
        elected.ifPresentOrElse(
                fastest -> LOG.infof(
                        "Passwords are hashed with %s: %.1f ms of a processor each, %.1f ms by Keycloak's own",
                        fastest.computer().name(), milliseconds(fastest.time()), milliseconds(own)),
                () -> LOG.infof(
                        "Passwords are hashed by Keycloak's own Argon2, %.1f ms of a processor each: nothing else here is"
                                + " faster%s",
                        milliseconds(own),
                        Computers.hasVectors() ? "" : ", without --add-modules=jdk.incubator.vector"));
    }

    private static double milliseconds(Duration time) {
        return time.toNanos() / 1e6;
    }
}
