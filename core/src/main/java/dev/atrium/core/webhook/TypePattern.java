package dev.atrium.core.webhook;

import java.util.Optional;
import java.util.stream.Stream;

/** Names one type of event, those of one subject ({@code membership.*}) or all ({@code *}). */
public record TypePattern(String text) {
    private static final String ALL = "*";
    private static final String REST = ".*";

    public TypePattern {
        if (!matchesSome(text)) {
            throw new IllegalArgumentException("names no type of event");
        }
    }

    /** Empty when no event has such a type. */
    public static Optional<TypePattern> parse(String text) {
        return matchesSome(text) ? Optional.of(new TypePattern(text)) : Optional.empty();
    }

    /** Whether any event that it names can happen in a project. */
    public boolean happensInProjects() {
        return Stream.of(WebhookType.values())
                .filter(WebhookType::happensInProjects)
                .anyMatch(this::matches);
    }

    public boolean matches(WebhookType type) {
        return matches(text, type);
    }

    private static boolean matchesSome(String text) {
        return Stream.of(WebhookType.values()).anyMatch(type -> matches(text, type));
    }

    private static boolean matches(String text, WebhookType type) {
        if (type == WebhookType.WEBHOOK_TEST) {
            return false;
        }
        return text.equals(ALL)
                || text.equals(type.text())
                || (text.endsWith(REST) && type.text().startsWith(text.substring(0, text.length() - 1)));
    }
}
