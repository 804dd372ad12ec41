package dev.atrium.rest.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.atrium.core.login.AllowedMethods;
import dev.atrium.core.login.LoginMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which methods are allowed, and why.
 *
 * @param decidedBy {@code link}, {@code rule}, {@code organization}, {@code client} or {@code default}
 * @param subject the alias of the provider, the pattern, the domain, or the client ID
 * @param narrowedBy the client ID, if the client narrowed it
 * @param problem why no method is left, if none is
 * @param explanation the same in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionRepresentation(
        List<String> methods,
        String decidedBy,
        String subject,
        @Nullable String narrowedBy,
        @Nullable String problem,
        String explanation) {
    static DecisionRepresentation of(AllowedMethods allowed) {
        return new DecisionRepresentation(
                allowed.methods().stream().map(LoginMethod::text).toList(),
                allowed.by().source().text(),
                allowed.by().subject(),
                allowed.by().client().orElse(null),
                allowed.by().problem().orElse(null),
                words(allowed));
    }

    private static String words(AllowedMethods allowed) {
        if (allowed.isEmpty()) {
            return allowed.by().problem().orElseThrow();
        }
        String decided = " This is decided by " + allowed.by().text() + ".";
        List<String> methods =
                allowed.methods().stream().map(DecisionRepresentation::word).toList();
        if (methods.size() == 1) {
            return "Signs in only by " + methods.get(0) + "." + decided;
        }
        return "Signs in by " + String.join(", or by ", methods) + ", which are offered in this order." + decided;
    }

    private static String word(LoginMethod method) {
        return method instanceof LoginMethod.Provider provider
                ? "the identity provider '" + provider.alias() + "'"
                : method.text();
    }
}
