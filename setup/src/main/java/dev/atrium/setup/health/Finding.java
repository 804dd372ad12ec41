package dev.atrium.setup.health;

import java.util.Comparator;

/**
 * One thing that is not as it should be.
 *
 * @param subject what it is about, by the name that the admin console shows; may be empty
 * @param cause what is wrong, and what comes of it, in a sentence
 * @param cure what to do, in a sentence
 */
public record Finding(FindingKind kind, String subject, String cause, String cure) {
    static final Comparator<Finding> GRAVEST_FIRST =
            Comparator.comparing((Finding one) -> one.kind().severity()).thenComparing(one -> one.kind());

    /** Whether somebody should look at it soon. */
    public boolean matters() {
        return kind.severity() != Severity.HINT;
    }
}
