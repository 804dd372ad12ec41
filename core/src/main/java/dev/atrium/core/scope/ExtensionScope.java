package dev.atrium.core.scope;

import dev.atrium.core.search.Ascii;
import java.util.Optional;

/** A scope of somebody's own: a full URI, or a name that starts with two underscores (SMART 2.2.0, extensibility). */
public record ExtensionScope(String text) implements Scope {
    public ExtensionScope {
        if (!isExtension(text)) {
            throw new IllegalArgumentException("not an extension scope");
        }
    }

    static Optional<ExtensionScope> parse(String token) {
        return isExtension(token) ? Optional.of(new ExtensionScope(token)) : Optional.empty();
    }

    @Override
    public ScopeKind kind() {
        return ScopeKind.EXTENSION;
    }

    @Override
    public boolean covers(Scope other) {
        return equals(other);
    }

    @Override
    public boolean concernsFhir() {
        return false;
    }

    private static boolean isExtension(String token) {
        return token.startsWith("__") ? token.length() > 2 : isUri(token) && !token.startsWith(ScopeGrammar.SMART_URI);
    }

    private static boolean isUri(String token) {
        int colon = token.indexOf("://");
        return colon > 0
                && isScheme(token.substring(0, colon))
                && token.length() > colon + 3
                && token.charAt(colon + 3) != '/';
    }

    private static boolean isScheme(String scheme) {
        return Character.isLowerCase(scheme.charAt(0))
                && scheme.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z') || Ascii.isDigit((char) c) || "+.-".indexOf(c) >= 0);
    }
}
