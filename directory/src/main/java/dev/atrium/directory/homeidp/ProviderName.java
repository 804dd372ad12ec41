package dev.atrium.directory.homeidp;

import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/** What an identity provider is called on a page: its display name, or its alias for one that is gone. */
public final class ProviderName {
    private ProviderName() {}

    public static String of(KeycloakSession session, String alias) {
        IdentityProviderModel found = session.identityProviders().getByAlias(alias);
        return found == null ? alias : KeycloakModelUtils.getIdentityProviderDisplayName(session, found);
    }
}
