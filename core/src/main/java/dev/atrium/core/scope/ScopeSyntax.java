package dev.atrium.core.scope;

/** How the permissions of a resource scope are written: {@code .read} in version 1, {@code .rs} in version 2. */
public enum ScopeSyntax {
    V1,
    V2
}
