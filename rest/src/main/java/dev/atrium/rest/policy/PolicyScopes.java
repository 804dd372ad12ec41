package dev.atrium.rest.policy;

import dev.atrium.core.scope.ScopeSet;
import dev.atrium.rest.error.Refused;
import dev.atrium.rest.request.Text;
import java.util.List;
import java.util.regex.Pattern;

/** The scopes of an access policy, each for itself on the outside and one set inside. */
final class PolicyScopes {
    private static final Pattern RESOURCE_SCOPE =
            Pattern.compile("(patient|user|system)/[A-Za-z*]+\\.[a-z*]+(\\?[\\x21\\x23-\\x5B\\x5D-\\x7E]+)?");

    private PolicyScopes() {}

    /** Refuses, by its name, a scope that gives no access to FHIR resources: a ceiling must not seem higher than it is. */
    static ScopeSet ceiling(List<String> tokens) {
        tokens.stream().filter(token -> !isResourceScope(token)).findFirst().ifPresent(token -> {
            throw Refused.field(
                    "scopes",
                    "\"" + Text.shown(token) + "\" is not a SMART resource scope such as user/Observation.rs.");
        });
        return ScopeSet.parse(String.join(" ", tokens));
    }

    static List<String> tokens(ScopeSet ceiling) {
        return ceiling.text().isEmpty() ? List.of() : List.of(ceiling.text().split(" "));
    }

    private static boolean isResourceScope(String token) {
        return RESOURCE_SCOPE.matcher(token).matches();
    }
}
