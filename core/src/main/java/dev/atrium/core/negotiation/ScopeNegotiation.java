package dev.atrium.core.negotiation;

import dev.atrium.core.scope.ScopeSet;

/**
 * A client's request for scopes, the ceiling that client and policy set, and the grant they are for.
 *
 * @param requested what the client asks for (RFC 6749 section 3.3)
 * @param allowed what it may get at most
 */
public record ScopeNegotiation(ScopeSet requested, ScopeSet allowed, GrantKind grant) {

    /** The requested scopes that suit the grant, narrowed to what is allowed; none left is {@code invalid_scope}. */
    public ScopeDecision decide() {
        ScopeSet possible = requested.filter(grant::suits).narrowedTo(allowed).withoutUselessFhirUser();
        return possible.isEmpty()
                ? new ScopeDecision.Refused(OAuthError.INVALID_SCOPE)
                : new ScopeDecision.Granted(possible);
    }
}
