package dev.atrium.tests.overrides;

import java.util.Map;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.cache.CacheRealmProviderFactory;
import org.keycloak.models.cache.infinispan.InfinispanCacheRealmProviderFactory;
import org.keycloak.protocol.oidc.grants.ClientCredentialsGrantTypeFactory;
import org.keycloak.protocol.oidc.grants.OAuth2GrantTypeFactory;
import org.keycloak.protocol.oidc.refresh.DefaultRefreshTokenProviderFactory;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProviderFactory;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** What another extension may bring: providers that want to come before all others, or after them. */
final class OtherExtension {
    /** Its factories, by their SPIs. */
    static final Map<Class<?>, Class<?>> SERVICES = Map.of(
            CacheRealmProviderFactory.class, RealmCache.class,
            OAuth2GrantTypeFactory.class, ClientCredentials.class,
            RefreshTokenProviderFactory.class, RefreshTokens.class,
            TokenPostProcessorFactory.class, LastWord.class);

    private static final String ID = "other";
    private static final int BEFORE = 20;
    private static final int AFTER = -2_000;

    private OtherExtension() {}

    /** Which Keycloak takes by default. */
    public static final class RealmCache extends InfinispanCacheRealmProviderFactory {
        @Override
        public String getId() {
            return ID;
        }

        @Override
        public int order() {
            return BEFORE;
        }
    }

    /** Which has the id of another. */
    public static final class ClientCredentials extends ClientCredentialsGrantTypeFactory {
        @Override
        public int order() {
            return BEFORE;
        }
    }

    /** Which Keycloak asks first. */
    public static final class RefreshTokens extends DefaultRefreshTokenProviderFactory {
        @Override
        public String getId() {
            return ID;
        }

        @Override
        public int order() {
            return BEFORE;
        }
    }

    /** Which has the last word. */
    public static final class LastWord implements TokenPostProcessorFactory, TokenPostProcessor {
        @Override
        public TokenPostProcessor create(KeycloakSession session) {
            return this;
        }

        @Override
        public void process(TokenPostProcessorContext context) {}

        @Override
        public String getId() {
            return ID;
        }

        @Override
        public int order() {
            return AFTER;
        }

        @Override
        public void init(Config.Scope config) {}

        @Override
        public void postInit(KeycloakSessionFactory factory) {}

        @Override
        public void close() {}
    }
}
