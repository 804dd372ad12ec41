package dev.atrium.core.dialect;

import dev.atrium.core.scope.Interaction;
import dev.atrium.core.scope.ResourceScope;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeLevel;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.core.search.SearchQuery;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Granted scopes in the words of a server that knows fewer of them. What has no word there is left out, never widened. */
record ScopeRewriting(ScopeSet granted) {
    private static final List<ScopeLevel> NARROWEST_FIRST =
            List.of(ScopeLevel.PATIENT, ScopeLevel.USER, ScopeLevel.SYSTEM);

    /** {@code read}, {@code write} and {@code *} alone (SMART 1.0); each for what it means in version 2, or not at all. */
    ScopeSet inV1() {
        return ScopeSet.of(granted.scopes().stream()
                .flatMap(scope -> scope.resource().map(this::inV1).orElseGet(() -> Stream.of(scope)))
                .toList());
    }

    private Stream<Scope> inV1(ResourceScope scope) {
        String access = scope.level().text() + "/" + scope.type().name();
        Scope all = Scope.parse(access + ".*");
        return granted.covers(all)
                ? Stream.of(all)
                : Stream.of(".read", ".write")
                        .map(permission -> Scope.parse(access + permission))
                        .filter(granted::covers);
    }

    /** Version 2 throughout, of the narrowest level there is, without modifiers and chains. */
    ScopeSet plainInV2() {
        List<ResourceScope> plain = granted.resourceScopes().stream()
                .filter(scope ->
                        scope.query().filter(SearchQuery::isExperimental).isEmpty())
                .map(ResourceScope::inV2)
                .toList();
        List<ResourceScope> ofOneLevel = NARROWEST_FIRST.stream()
                .map(level ->
                        plain.stream().filter(scope -> scope.level() == level).toList())
                .filter(ofLevel -> !ofLevel.isEmpty())
                .findFirst()
                .orElse(List.of());
        return granted.without(scope -> scope.resource().isPresent()).plus(ScopeSet.of(ofOneLevel));
    }

    /** Without those that would create, update or delete by a search. */
    ScopeSet withoutGranularWrites() {
        return granted.without(scope -> scope.resource()
                .filter(ResourceScope::isGranular)
                .filter(ScopeRewriting::writes)
                .isPresent());
    }

    private static boolean writes(ResourceScope scope) {
        return Arrays.stream(new Interaction[] {Interaction.CREATE, Interaction.UPDATE, Interaction.DELETE})
                .anyMatch(scope.interactions()::contains);
    }
}
