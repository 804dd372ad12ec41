package dev.atrium.setup.health;

import java.util.Locale;

/** How soon an administrator should look at a finding. */
public enum Severity {
    /** People or apps are refused who should not be, or a protection does not work. */
    ERROR,
    /** Something will not work, or is less safe than it could be. */
    WARNING,
    /** Something is left over or unfinished. */
    HINT;

    /** As the admin REST and the metrics have it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
