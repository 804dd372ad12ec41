package dev.atrium.core.scope;

/** What a scope is about. */
public enum ScopeKind {
    RESOURCE,
    LAUNCH,
    IDENTITY,
    REFRESH,
    EXTENSION,
    UNREADABLE
}
