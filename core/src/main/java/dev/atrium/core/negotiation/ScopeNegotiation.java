package dev.atrium.core.negotiation;

import dev.atrium.core.scope.NamedScope;
import dev.atrium.core.scope.ScopeSet;
import java.util.Optional;

/**
 * A client's request for scopes, the ceiling that client and policy set, what the user left ticked (if the user was
 * asked), and the grant they are for.
 */
public record ScopeNegotiation(ScopeSet requested, ScopeSet allowed, Optional<ScopeSet> userApproved, GrantKind grant) {

    /** Nothing the policy leaves is {@code invalid_scope}; nothing the user leaves is {@code access_denied}. */
    public ScopeDecision decide() {
        ScopeSet possible = meaningful(requested.filter(grant::suits).narrowedTo(allowed));
        if (possible.isEmpty()) {
            return new ScopeDecision.Refused(OAuthError.INVALID_SCOPE);
        }
        ScopeSet granted = userApproved
                .map(possible::narrowedTo)
                .map(ScopeNegotiation::meaningful)
                .orElse(possible);
        return granted.isEmpty()
                ? new ScopeDecision.Refused(OAuthError.ACCESS_DENIED)
                : ScopeDecision.Granted.of(granted);
    }

    /** {@code fhirUser} is a claim of the ID token, which there is none of without {@code openid}. */
    private static ScopeSet meaningful(ScopeSet scopes) {
        boolean hasIdToken = scopes.scopes().stream().anyMatch(NamedScope.Name.OPENID::names);
        return hasIdToken ? scopes : scopes.without(NamedScope.Name.FHIR_USER::names);
    }
}
