package dev.atrium.protocolmappers.scope;

import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeKind;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.support.membership.HiddenScope;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/**
 * A client's assigned scopes, which also answer for every SMART scope they cover.
 *
 * <p>Iteration shows what is assigned and nothing else: the admin console and exports see no difference.
 */
final class CoveredScopes extends AbstractMap<String, ClientScopeModel> {
    private final RealmModel realm;
    private final Map<String, ClientScopeModel> assigned;
    private @Nullable ScopeSet smart;

    CoveredScopes(RealmModel realm, Map<String, ClientScopeModel> assigned) {
        this.realm = realm;
        this.assigned = assigned;
    }

    @Override
    public Set<Entry<String, ClientScopeModel>> entrySet() {
        return assigned.entrySet();
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public @Nullable ClientScopeModel get(Object name) {
        ClientScopeModel exact = assigned.get(name);
        if (exact != null || !(name instanceof String text)) {
            return exact;
        }
        return isCovered(text) ? new ResolvedClientScope(realm, text) : null;
    }

    private boolean isCovered(String name) {
        if (smart().isEmpty()) {
            return false;
        }
        if (HiddenScope.isHidden(name)) {
            return true;
        }
        Scope scope = Scope.parse(name);
        return (scope.kind() == ScopeKind.RESOURCE || scope.kind() == ScopeKind.LAUNCH) && smart().covers(scope);
    }

    private ScopeSet smart() {
        if (smart == null) {
            smart = ScopeSet.parse(String.join(" ", assigned.keySet())).filter(Scope::concernsFhir);
        }
        return smart;
    }
}
