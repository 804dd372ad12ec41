package dev.atrium.core.negotiation;

import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeKind;
import dev.atrium.core.scope.ScopeLevel;

/** How a client comes to its token: with a user in the loop, or on its own. */
public enum GrantKind {
    AUTHORIZATION_CODE {
        @Override
        boolean suits(Scope scope) {
            return scope.resource()
                    .map(resource -> resource.level() != ScopeLevel.SYSTEM)
                    .orElse(true);
        }
    },

    /** SMART 2.2.0, backend services: there is no user to identify, to launch for or to stay connected to. */
    CLIENT_CREDENTIALS {
        @Override
        boolean suits(Scope scope) {
            return scope.resource()
                    .map(resource -> resource.level() == ScopeLevel.SYSTEM)
                    .orElse(scope.kind() == ScopeKind.EXTENSION);
        }
    };

    /** Whether the scope means anything for this grant. */
    abstract boolean suits(Scope scope);
}
