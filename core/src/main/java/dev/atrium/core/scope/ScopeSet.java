package dev.atrium.core.scope;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Scopes in the order they were written, each text once; together they grant the union of what they grant. */
public record ScopeSet(List<Scope> scopes) {
    public static final ScopeSet EMPTY = new ScopeSet(List.of());

    public ScopeSet {
        scopes = distinct(scopes);
    }

    public static ScopeSet of(Collection<? extends Scope> scopes) {
        return new ScopeSet(List.copyOf(scopes));
    }

    /** Reads a scope parameter (RFC 6749 section 3.3), more spaces than needed allowed; never fails. */
    public static ScopeSet parse(String text) {
        if (text.length() > ScopeGrammar.LONGEST_TEXT) {
            return new ScopeSet(List.of(new UnreadableScope(text)));
        }
        List<Scope> scopes = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int space = text.indexOf(' ', start);
            int end = space < 0 ? text.length() : space;
            if (end > start) {
                scopes.add(Scope.parse(text.substring(start, end)));
            }
            start = end + 1;
        }
        return new ScopeSet(scopes);
    }

    public String text() {
        return scopes.stream().map(Scope::text).collect(Collectors.joining(" "));
    }

    public boolean isEmpty() {
        return scopes.isEmpty();
    }

    /** Whether one of them gives anything of FHIR. */
    public boolean concernsFhir() {
        return scopes.stream().anyMatch(Scope::concernsFhir);
    }

    /** Whether a scope of exactly this text is among them. */
    public boolean contains(String text) {
        return scopes.stream().anyMatch(scope -> scope.text().equals(text));
    }

    /** Whether the scopes, taken together, grant all the other one grants. */
    public boolean covers(Scope other) {
        for (Scope scope : scopes) {
            if (scope.covers(other)) {
                return true;
            }
        }
        return other.resource()
                .filter(resource -> new ResourceUnion(resourceScopes()).covers(resource.access()))
                .isPresent();
    }

    public boolean covers(ScopeSet others) {
        return others.scopes.stream().allMatch(this::covers);
    }

    public ScopeSet plus(ScopeSet others) {
        List<Scope> both = new ArrayList<>(scopes);
        both.addAll(others.scopes);
        return new ScopeSet(both);
    }

    public ScopeSet filter(Predicate<? super Scope> wanted) {
        return new ScopeSet(scopes.stream().filter(wanted).toList());
    }

    public ScopeSet without(Predicate<? super Scope> unwanted) {
        return filter(unwanted.negate());
    }

    public List<ResourceScope> resourceScopes() {
        List<ResourceScope> resources = new ArrayList<>();
        for (Scope scope : scopes) {
            scope.resource().ifPresent(resources::add);
        }
        return resources;
    }

    /** What of these scopes the ceiling allows, in their order and, as far as it can be, in their words. */
    public ScopeSet narrowedTo(ScopeSet ceiling) {
        return new Narrowing(ceiling).of(this);
    }

    /** The same access, all of it in the syntax of version 2. */
    public ScopeSet inV2() {
        return new ScopeSet(scopes.stream()
                .map(scope -> scope.resource().<Scope>map(ResourceScope::inV2).orElse(scope))
                .toList());
    }

    /** Without {@code fhirUser} where there is no {@code openid}: it is a claim of the ID token, which there is none of. */
    public ScopeSet withoutUselessFhirUser() {
        boolean hasIdToken = scopes.stream().anyMatch(NamedScope.Name.OPENID::names);
        return hasIdToken ? this : without(NamedScope.Name.FHIR_USER::names);
    }

    private static List<Scope> distinct(List<Scope> scopes) {
        Map<String, Scope> byText = new LinkedHashMap<>();
        scopes.forEach(scope -> byText.putIfAbsent(scope.text(), scope));
        return List.copyOf(byText.values());
    }
}
