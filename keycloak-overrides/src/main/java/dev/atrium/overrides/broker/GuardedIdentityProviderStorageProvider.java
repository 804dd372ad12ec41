package dev.atrium.overrides.broker;

import dev.atrium.authenticators.broker.BrokeredEmailMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderMapperSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.cache.infinispan.idp.InfinispanIdentityProviderStorageProvider;

/**
 * Keycloak's identity providers, each with one mapper more, as the first and as the last of its own. Keycloak asks for
 * the mappers of a provider whenever it brings somebody, whatever the flow. Administrators see and export only theirs.
 */
public final class GuardedIdentityProviderStorageProvider extends InfinispanIdentityProviderStorageProvider {

    private final KeycloakSession session;
    private boolean removing;

    GuardedIdentityProviderStorageProvider(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public Stream<IdentityProviderMapperModel> getMappersByAliasStream(String alias) {
        Stream<IdentityProviderMapperModel> own = super.getMappersByAliasStream(alias);
        return removing || isAdministration()
                ? own
                : Stream.concat(
                        Stream.of(guard(BrokeredEmailMapper.FIRST, alias)),
                        Stream.concat(own, Stream.of(guard(BrokeredEmailMapper.LAST, alias))));
    }

    /** Removes what it finds by asking for the mappers. */
    @Override
    public boolean remove(String alias) {
        removing = true;
        try {
            return super.remove(alias);
        } finally {
            removing = false;
        }
    }

    private boolean isAdministration() {
        return session.getContext().getUri().getPath().startsWith("/admin/");
    }

    private static IdentityProviderMapperModel guard(String id, String alias) {
        IdentityProviderMapperModel mapper = new IdentityProviderMapperModel();
        mapper.setId(id);
        mapper.setName(id);
        mapper.setIdentityProviderAlias(alias);
        mapper.setIdentityProviderMapper(BrokeredEmailMapper.ID);
        mapper.setConfig(new HashMap<>(
                Map.of(IdentityProviderMapperModel.SYNC_MODE, IdentityProviderMapperSyncMode.FORCE.toString())));
        return mapper;
    }
}
