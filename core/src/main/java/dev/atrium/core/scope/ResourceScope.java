package dev.atrium.core.scope;

import dev.atrium.core.search.SearchQuery;
import java.util.Optional;

/** A scope for FHIR data, in version 1 or 2 (SMART 2.2.0, scopes for requesting FHIR resources). */
public record ResourceScope(ResourceAccess access, ScopeSyntax syntax, String text) implements Scope {
    public ResourceScope {
        if (syntax == ScopeSyntax.V1 && !hasV1Name(access)) {
            throw new IllegalArgumentException("version 1 has no name for this access");
        }
    }

    /** Writes the access in the preferred version, or in version 2 where version 1 has no name for it. */
    static ResourceScope of(ResourceAccess access, ScopeSyntax preferred) {
        ScopeSyntax syntax = hasV1Name(access) ? preferred : ScopeSyntax.V2;
        Interactions allowed = access.interactions();
        String permission = syntax == ScopeSyntax.V1 ? allowed.v1Name().orElseThrow() : allowed.letters();
        String query = access.query().map(each -> "?" + each.text()).orElse("");
        String text = access.level().text() + "/" + access.type().name() + "." + permission + query;
        return new ResourceScope(access, syntax, text);
    }

    static Optional<ResourceScope> parse(String token) {
        String plain = ScopeGrammar.withoutSmartUri(token);
        int question = plain.indexOf('?');
        int end = question < 0 ? plain.length() : question;
        int slash = plain.indexOf('/');
        int dot = plain.indexOf('.', slash + 1);
        if (slash < 0 || dot < 0 || dot > end) {
            return Optional.empty();
        }
        Optional<ScopeLevel> level = ScopeLevel.parse(plain.substring(0, slash));
        Optional<ResourceType> type = ResourceType.parse(plain.substring(slash + 1, dot));
        if (level.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        String permission = plain.substring(dot + 1, end);
        if (question >= 0) {
            return Interactions.parse(permission)
                    .flatMap(letters -> SearchQuery.parse(plain.substring(question + 1))
                            .map(Optional::of)
                            .map(query -> new ResourceAccess(level.get(), type.get(), letters, query))
                            .map(access -> new ResourceScope(access, ScopeSyntax.V2, token)));
        }
        Optional<Interactions> named = Interactions.parseV1(permission);
        ScopeSyntax syntax = named.isPresent() ? ScopeSyntax.V1 : ScopeSyntax.V2;
        return named.or(() -> Interactions.parse(permission))
                .map(allowed -> new ResourceAccess(level.get(), type.get(), allowed, Optional.empty()))
                .map(access -> new ResourceScope(access, syntax, token));
    }

    public ScopeLevel level() {
        return access.level();
    }

    public ResourceType type() {
        return access.type();
    }

    public Interactions interactions() {
        return access.interactions();
    }

    public Optional<SearchQuery> query() {
        return access.query();
    }

    /** Whether it speaks of some resources of its type only. */
    public boolean isGranular() {
        return access.query().isPresent();
    }

    /** The same access in the syntax of version 2. */
    public ResourceScope inV2() {
        return syntax == ScopeSyntax.V2 ? this : of(access, ScopeSyntax.V2);
    }

    @Override
    public ScopeKind kind() {
        return ScopeKind.RESOURCE;
    }

    @Override
    public boolean covers(Scope other) {
        return other instanceof ResourceScope resource && access.covers(resource.access);
    }

    @Override
    public boolean concernsFhir() {
        return true;
    }

    @Override
    public Optional<ResourceScope> resource() {
        return Optional.of(this);
    }

    private static boolean hasV1Name(ResourceAccess access) {
        return access.query().isEmpty() && access.interactions().v1Name().isPresent();
    }
}
