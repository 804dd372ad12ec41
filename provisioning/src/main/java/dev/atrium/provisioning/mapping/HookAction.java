package dev.atrium.provisioning.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an event of another system can lead to. */
public enum HookAction {
    /** Offers a membership by mail. */
    INVITE,
    /** Sees to it that there is an active membership, and an account for it. */
    CREATE,
    /** Changes a membership that there is. */
    CHANGE,
    /** Switches memberships off. */
    DEACTIVATE;

    static Optional<HookAction> parse(String text) {
        return Arrays.stream(values())
                .filter(action -> action.text().equals(text))
                .findFirst();
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
