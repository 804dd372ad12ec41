package dev.atrium.passwordhash.provider;

import dev.atrium.passwordhash.computer.Computers;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.credential.hash.PasswordHashProviderFactory;
import org.keycloak.crypto.hash.Argon2PasswordHashProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.EnvironmentDependentProviderFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.tracing.TracingProviderUtil;

/**
 * Takes the place of Keycloak's hash {@code argon2}, holds it, and serves it until a faster way to compute the same has shown
 * that it is right. Without this jar, Keycloak's own goes on with all that was stored.
 */
public final class FastArgon2HashProviderFactory
        implements PasswordHashProviderFactory, EnvironmentDependentProviderFactory {
    private static final String COMPUTER = "computer";
    private static final String DEFAULT = "auto";

    private final Argon2PasswordHashProviderFactory keycloaks = new Argon2PasswordHashProviderFactory();
    private final ElectionThread background = new ElectionThread();

    private Argon2Settings settings = Argon2Settings.DEFAULTS;
    private ServingComputer serving = new ServingComputer(settings);
    private ComputerChoice choice = ComputerChoice.AUTO;
    private int atOnce = 1;

    @Override
    public PasswordHashProvider create(KeycloakSession session) {
        return new Argon2HashProvider(
                keycloaks.create(session),
                settings,
                serving,
                hash -> TracingProviderUtil.getTracingProvider(session)
                        .trace(Argon2HashProvider.class, "encode", span -> {
                            return hash.get();
                        }));
    }

    @Override
    public void init(Config.Scope config) {
        keycloaks.init(config);
        settings = Argon2Settings.of(config);
        serving = new ServingComputer(settings);
        choice = ComputerChoice.parse(config.get(COMPUTER, DEFAULT));
        atOnce = atOnce(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        keycloaks.postInit(factory);
        PasswordHashMetrics.register(serving);
        if (choice != ComputerChoice.KEYCLOAK) {
            factory.register(event -> {
                if (event instanceof PostMigrationEvent started) {
                    background.start(() -> elect(started.getFactory()));
                }
            });
        }
    }

    /** As many hashes as Keycloak's own would compute at a time. */
    static int atOnce(Config.Scope config) {
        return config.getInt(
                Argon2PasswordHashProviderFactory.CPU_CORES_KEY,
                Runtime.getRuntime().availableProcessors());
    }

    private void elect(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            Election election = new Election(new KeycloaksHash(keycloaks.create(session)), settings, choice);
            serving.serve(election.hold(Computers.available(atOnce)));
        });
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        ProviderConfigProperty computer = new ProviderConfigProperty(
                COMPUTER,
                COMPUTER,
                "How hashes are computed: 'auto' takes the fastest way that gives the same digests as Keycloak's own; 'keycloak'"
                        + " is Keycloak's own; 'scalar' and 'vector' take one of the others, if it gives the same digests.",
                ProviderConfigProperty.LIST_TYPE,
                DEFAULT,
                ComputerChoice.texts().toArray(String[]::new));
        return Stream.concat(keycloaks.getConfigMetadata().stream(), Stream.of(computer))
                .toList();
    }

    @Override
    public void close() {
        background.stop();
        keycloaks.close();
    }

    @Override
    public String getId() {
        return keycloaks.getId();
    }

    /** Above Keycloak's own. */
    @Override
    public int order() {
        return keycloaks.order() + 10;
    }

    /** As Keycloak's: not under FIPS. */
    @Override
    public boolean isSupported(Config.Scope config) {
        return keycloaks.isSupported(config);
    }
}
