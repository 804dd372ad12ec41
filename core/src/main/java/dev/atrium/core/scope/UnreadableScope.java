package dev.atrium.core.scope;

import java.util.List;
import java.util.Locale;

/** A text that is no scope SMART knows: kept, so that it neither vanishes nor grants anything. */
public record UnreadableScope(String text) implements Scope {
    private static final List<String> LEVELS =
            List.of("patient/", "user/", "system/", "smarthealthit.org/fhir/scopes/");

    @Override
    public ScopeKind kind() {
        return ScopeKind.UNREADABLE;
    }

    /** Not even itself: what is not understood is not granted. */
    @Override
    public boolean covers(Scope other) {
        return false;
    }

    /** True for what somebody may have meant, or may yet read, as a resource or launch scope, and what is too long to tell. */
    @Override
    public boolean concernsFhir() {
        if (text.length() > ScopeGrammar.LONGEST_TOKEN) {
            return true;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("launch") || LEVELS.stream().anyMatch(lower::contains);
    }
}
