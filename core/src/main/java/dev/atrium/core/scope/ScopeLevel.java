package dev.atrium.core.scope;

import java.util.Optional;

/** On whose authority data is asked for: one patient's record, what the user may see, or the client's own. */
public enum ScopeLevel {
    PATIENT("patient"),
    USER("user"),
    SYSTEM("system");

    private final String text;

    ScopeLevel(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public static Optional<ScopeLevel> parse(String text) {
        return switch (text) {
            case "patient" -> Optional.of(PATIENT);
            case "user" -> Optional.of(USER);
            case "system" -> Optional.of(SYSTEM);
            default -> Optional.empty();
        };
    }
}
