package dev.atrium.tokens.grant;

import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.support.store.AtriumStoreProvider;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * The access policy of a service: the most that the client itself gets, whatever is assigned to it (SMART App Launch 2.2.0,
 * "Backend services": <em>scopes are limited by the client's underlying rights</em>).
 *
 * <p>A client that names none is limited by its assigned client scopes alone. One that names a policy that is not there gets
 * no SMART scope.
 */
public record ServicePolicy(KeycloakSession session, ClientModel client) {
    /** Client attribute: the name of the policy. */
    public static final String ATTRIBUTE = "atrium.access-policy";

    /** What of these scopes the client gets; those that are none of SMART's stay. */
    public ScopeSet allow(ScopeSet scopes) {
        Optional<String> policy = name();
        ScopeSet smart = scopes.filter(Scope::concernsFhir);
        if (policy.isEmpty() || smart.isEmpty()) {
            return scopes;
        }
        return smart.narrowedTo(ceiling(policy.get())).plus(scopes.without(Scope::concernsFhir));
    }

    private Optional<String> name() {
        return Optional.ofNullable(client.getAttribute(ATTRIBUTE))
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }

    private ScopeSet ceiling(String name) {
        return session.getProvider(AtriumStoreProvider.class)
                .policies(session.getContext().getRealm())
                .findByName(name)
                .map(AccessPolicy::ceiling)
                .orElse(ScopeSet.EMPTY);
    }
}
