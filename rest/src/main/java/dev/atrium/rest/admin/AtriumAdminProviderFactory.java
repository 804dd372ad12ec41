package dev.atrium.rest.admin;

import dev.atrium.support.provider.DefaultProviderFactory;
import dev.atrium.support.time.KeycloakClock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/** Puts {@code atrium} below every realm of Keycloak's admin REST. */
public final class AtriumAdminProviderFactory
        implements AdminRealmResourceProviderFactory, DefaultProviderFactory<AdminRealmResourceProvider> {
    private static final String ID = "atrium"; // the segment of the path

    private final AtriumAdminProvider provider = new AtriumAdminProvider(KeycloakClock.INSTANCE);

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return provider;
    }

    @Override
    public String getId() {
        return ID;
    }
}
