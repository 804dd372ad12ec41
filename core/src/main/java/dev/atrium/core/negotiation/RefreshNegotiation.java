package dev.atrium.core.negotiation;

import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import java.util.Optional;

/** A refresh (RFC 6749 section 6): the scopes once granted, and those asked for now, if any are. */
public record RefreshNegotiation(ScopeSet original, Optional<String> requested) {

    /** All of the original where nothing is asked for, else what is asked for if the original covers it by meaning. */
    public ScopeDecision decide() {
        ScopeSet wanted = wanted();
        if (wanted.isEmpty()) {
            return new ScopeDecision.Granted(original);
        }
        return beyond().isEmpty()
                ? new ScopeDecision.Granted(wanted)
                : new ScopeDecision.Refused(OAuthError.INVALID_SCOPE);
    }

    /** The first scope asked for that was never granted. */
    public Optional<Scope> beyond() {
        return wanted().scopes().stream()
                .filter(scope -> !original.contains(scope.text()) && !original.covers(scope))
                .findFirst();
    }

    private ScopeSet wanted() {
        return requested.map(ScopeSet::parse).orElse(ScopeSet.EMPTY);
    }
}
