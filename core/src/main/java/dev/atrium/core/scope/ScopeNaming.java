package dev.atrium.core.scope;

import java.util.List;
import java.util.stream.Collectors;

/** How an error description names scopes: few, none of them long, and in the characters it may have (RFC 6749, 5.2). */
public final class ScopeNaming {
    private static final int MOST_SCOPES = 4;
    private static final int LONGEST_NAME = 200;
    private static final String CUT = "...";

    private ScopeNaming() {}

    public static String of(List<? extends Scope> scopes) {
        String named = scopes.stream().limit(MOST_SCOPES).map(ScopeNaming::of).collect(Collectors.joining(" "));
        return scopes.size() > MOST_SCOPES ? named + " and " + (scopes.size() - MOST_SCOPES) + " more" : named;
    }

    public static String of(Scope scope) {
        String text = scope.text();
        String name = text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME - CUT.length()) + CUT : text;
        return name.chars()
                .mapToObj(c -> ScopeGrammar.isTokenCharacter((char) c) ? String.valueOf((char) c) : "?")
                .collect(Collectors.joining());
    }
}
