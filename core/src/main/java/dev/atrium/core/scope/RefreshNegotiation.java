package dev.atrium.core.scope;

import java.util.Optional;

/** A refresh (RFC 6749 section 6): the scopes once granted, and those asked for now, if any are. */
public record RefreshNegotiation(ScopeSet original, Optional<String> requested) {

    /** All of the original where nothing is asked for, else what is asked for if the original covers it by meaning. */
    public ScopeDecision decide() {
        ScopeSet wanted = requested.map(ScopeSet::parse).orElse(ScopeSet.EMPTY);
        if (wanted.isEmpty()) {
            return ScopeDecision.Granted.of(original);
        }
        return original.covers(wanted)
                ? ScopeDecision.Granted.of(wanted)
                : new ScopeDecision.Refused(OAuthError.INVALID_SCOPE);
    }
}
