package dev.atrium.overrides.consent;

import dev.atrium.tokens.consent.ConsentedClientScope;
import dev.atrium.tokens.consent.ConsentedClientScopes;
import java.util.LinkedHashSet;
import java.util.Set;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.UserConsentModel;

/**
 * Keycloak's consent, which also lists what Atrium keeps beside it. Whether a scope is granted is asked of Keycloak's
 * alone, and costs what it did.
 */
public final class ListedConsent extends UserConsentModel {
    private final ConsentedClientScopes agreed;

    public ListedConsent(UserConsentModel consent, ConsentedClientScopes agreed) {
        super(consent.getClient());
        this.agreed = agreed;
        copy(consent, consent.getGrantedClientScopes(), this);
        setCreatedDate(consent.getCreatedDate());
        setLastUpdatedDate(consent.getLastUpdatedDate());
    }

    @Override
    public Set<ClientScopeModel> getGrantedClientScopes() {
        Set<ClientScopeModel> all = new LinkedHashSet<>(super.getGrantedClientScopes());
        agreed.inWords().forEach(all::add);
        return all;
    }

    /** What of a consent is for Keycloak to keep. */
    public static UserConsentModel kept(UserConsentModel consent) {
        UserConsentModel kept = new UserConsentModel(consent.getClient());
        copy(consent, consent.getGrantedClientScopes(), kept);
        return kept;
    }

    private static void copy(UserConsentModel from, Set<ClientScopeModel> scopes, UserConsentModel to) {
        for (ClientScopeModel scope : scopes) {
            if (scope instanceof ConsentedClientScope) {
                continue; // a line of the list
            }
            if (ClientScopeModel.isParameterizedScope(scope)) {
                from.getParameters(scope).forEach(value -> to.addGrantedClientScope(scope, value));
            } else {
                to.addGrantedClientScope(scope);
            }
        }
    }
}
