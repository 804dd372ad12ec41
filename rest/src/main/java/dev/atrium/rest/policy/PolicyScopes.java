package dev.atrium.rest.policy;

import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeKind;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.Text;
import java.util.List;

/** The scopes of an access policy, each for itself on the outside and one set inside. */
final class PolicyScopes {
    private PolicyScopes() {}

    /** Refuses, by its name, a scope that gives no access to FHIR resources: a ceiling must not seem higher than it is. */
    static ScopeSet ceiling(List<String> tokens) {
        tokens.stream().filter(token -> !isResourceScope(token)).findFirst().ifPresent(token -> {
            throw Refused.field(
                    "scopes",
                    "\"" + Text.shown(token) + "\" is not a SMART resource scope such as user/Observation.rs.");
        });
        ScopeSet ceiling = ScopeSet.parse(String.join(" ", tokens));
        if (!ceiling.scopes().stream().allMatch(scope -> scope.kind() == ScopeKind.RESOURCE)) {
            throw Refused.field("scopes", "Are too long altogether; use fewer, broader scopes.");
        }
        return ceiling;
    }

    static List<String> tokens(ScopeSet ceiling) {
        return ceiling.scopes().stream().map(Scope::text).toList();
    }

    private static boolean isResourceScope(String token) {
        return Scope.parse(token).kind() == ScopeKind.RESOURCE;
    }
}
