package dev.atrium.overrides.client;

import dev.atrium.tokens.client.SmartClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.PublicKeysWrapper;
import org.keycloak.keys.PublicKeyLoader;
import org.keycloak.keys.PublicKeyStorageUtils;
import org.keycloak.keys.infinispan.InfinispanPublicKeyStorageProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Keycloak's storage of public keys, in which those of SMART clients last no longer than their servers say. */
final class ExpiringPublicKeyStorageProvider extends InfinispanPublicKeyStorageProvider {
    private static final Logger LOG = Logger.getLogger(ExpiringPublicKeyStorageProvider.class);
    private static final Pattern OF_CLIENT = Pattern.compile(".+::client::(.+)::keyuse::.+");

    private final KeycloakSession session;
    private final KeySetFetches fetches;

    ExpiringPublicKeyStorageProvider(KeycloakSession session, KeySetFetches fetches) {
        super(session, fetches.keys(session), fetches.running(), fetches.pauseSeconds(), fetches.longestSeconds());
        this.session = session;
        this.fetches = fetches;
    }

    /** No key where the key set cannot be had: the client is refused, and not told why its server was not reached. */
    @Override
    public @Nullable KeyWrapper getPublicKey(String modelKey, String kid, String algorithm, PublicKeyLoader loader) {
        try {
            return super.getPublicKey(modelKey, kid, algorithm, expiring(modelKey, loader));
        } catch (RuntimeException failed) {
            if (!isUnavailable(failed)) {
                throw failed;
            }
            LOG.debugf(failed, "No keys for %s", modelKey);
            return null;
        }
    }

    @Override
    public KeyWrapper getFirstPublicKey(String modelKey, String algorithm, PublicKeyLoader loader) {
        return super.getFirstPublicKey(modelKey, algorithm, expiring(modelKey, loader));
    }

    @Override
    public KeyWrapper getFirstPublicKey(String modelKey, Predicate<KeyWrapper> predicate, PublicKeyLoader loader) {
        return super.getFirstPublicKey(modelKey, predicate, expiring(modelKey, loader));
    }

    @Override
    public List<KeyWrapper> getKeys(String modelKey, PublicKeyLoader loader) {
        return super.getKeys(modelKey, expiring(modelKey, loader));
    }

    @Override
    public boolean reloadKeys(String modelKey, PublicKeyLoader loader) {
        return super.reloadKeys(modelKey, expiring(modelKey, loader));
    }

    private PublicKeyLoader expiring(String modelKey, PublicKeyLoader loader) {
        return client(modelKey)
                .<PublicKeyLoader>map(client -> () -> load(modelKey, new ClientKeySetLoader(session, client, loader)))
                .orElse(loader);
    }

    /** The SMART client whose keys for signatures these are. */
    private Optional<ClientModel> client(String modelKey) {
        RealmModel realm = session.getContext().getRealm();
        return Optional.of(OF_CLIENT.matcher(modelKey))
                .filter(Matcher::matches)
                .map(key -> realm.getClientById(key.group(1)))
                .filter(client -> PublicKeyStorageUtils.getClientModelCacheKey(realm.getId(), client.getId())
                        .equals(modelKey))
                .filter(SmartClient::is);
    }

    private PublicKeysWrapper load(String modelKey, PublicKeyLoader loader) throws Exception {
        if (fetches.isPaused(modelKey)) {
            throw new KeySetUnavailable("It could not be fetched a moment ago");
        }
        try {
            PublicKeysWrapper keys = loader.loadKeys();
            fetches.succeeded(modelKey);
            return keys;
        } catch (KeySetUnavailable unavailable) {
            LOG.warnf(unavailable, "The key set of a client cannot be fetched: %s", modelKey);
            fetches.failed(modelKey);
            throw unavailable;
        }
    }

    private static boolean isUnavailable(@Nullable Throwable failure) {
        return failure != null && (failure instanceof KeySetUnavailable || isUnavailable(failure.getCause()));
    }
}
