package dev.atrium.tokens.scope;

import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeKind;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.membership.MembershipScope;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/**
 * A client's assigned scopes, which also answer for every SMART scope they cover.
 *
 * <p>Iteration shows what is assigned and nothing else: the admin console and exports see no difference.
 */
public final class CoveredScopes extends AbstractMap<String, ClientScopeModel> {
    private final RealmModel realm;
    private final Map<String, ClientScopeModel> optional;
    private final Supplier<Map<String, ClientScopeModel>> byDefault;
    private @Nullable ScopeSet smart;

    /**
     * The optional scopes of a client.
     *
     * @param byDefault its default scopes, which Keycloak grants in any case, and whose parts may be asked for too
     */
    public CoveredScopes(
            RealmModel realm,
            Map<String, ClientScopeModel> optional,
            Supplier<Map<String, ClientScopeModel>> byDefault) {
        this.realm = realm;
        this.optional = optional;
        this.byDefault = byDefault;
    }

    @Override
    public Set<Entry<String, ClientScopeModel>> entrySet() {
        return optional.entrySet();
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public @Nullable ClientScopeModel get(Object name) {
        ClientScopeModel exact = optional.get(name);
        if (exact != null || !(name instanceof String text)) {
            return exact;
        }
        return MembershipScope.isHidden(text) || isCovered(Scope.parse(text))
                ? new ResolvedClientScope(realm, text)
                : null;
    }

    /** A name that is a default scope's is left to Keycloak, which does not expect to find it twice. */
    private boolean isCovered(Scope scope) {
        return (scope.kind() == ScopeKind.RESOURCE || scope.kind() == ScopeKind.LAUNCH)
                && !byDefault.get().containsKey(scope.text())
                && smart().covers(scope);
    }

    private ScopeSet smart() {
        if (smart == null) {
            smart = ScopeSet.of(Stream.concat(optional.keySet().stream(), byDefault.get().keySet().stream())
                    .map(Scope::parse)
                    .filter(Scope::concernsFhir)
                    .toList());
        }
        return smart;
    }
}
