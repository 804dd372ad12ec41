package dev.atrium.authenticators.scopes;

import dev.atrium.core.scope.ResourceScope;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeKind;
import dev.atrium.core.scope.ScopeLevel;

/** What a scope is about, in the order of the page. */
enum ScopeTopic {
    PATIENT("atrium.scopes.patient"),
    USER("atrium.scopes.user"),
    IDENTITY("atrium.scopes.identity"),
    REFRESH("atrium.scopes.refresh");

    private final String titleKey;

    ScopeTopic(String titleKey) {
        this.titleKey = titleKey;
    }

    static ScopeTopic of(Scope scope) {
        if (scope instanceof ResourceScope resource) {
            return resource.level() == ScopeLevel.PATIENT ? PATIENT : USER;
        }
        return scope.kind() == ScopeKind.REFRESH ? REFRESH : IDENTITY;
    }

    String titleKey() {
        return titleKey;
    }
}
