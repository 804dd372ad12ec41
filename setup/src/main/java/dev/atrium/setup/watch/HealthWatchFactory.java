package dev.atrium.setup.watch;

import java.time.Duration;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.timer.TimerProvider;

/** Looks at the realms some seconds after the start, so that this takes no longer, and from time to time. */
public final class HealthWatchFactory implements HealthProviderFactory {
    private static final String ID = "watch";
    private static final String INTERVAL_SECONDS = "interval-seconds";
    private static final int DEFAULT_INTERVAL_SECONDS = 3600;
    private static final Duration AFTER_START = Duration.ofSeconds(5);

    private final HealthMetrics metrics = new HealthMetrics();
    private Duration interval = Duration.ofSeconds(DEFAULT_INTERVAL_SECONDS);

    @Override
    public HealthProvider create(KeycloakSession session) {
        return new RealmHealthProvider(session, metrics);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {
        int seconds = config.getInt(INTERVAL_SECONDS, DEFAULT_INTERVAL_SECONDS);
        if (seconds < 1) {
            throw new IllegalArgumentException(
                    "spi-atrium-health--" + ID + "--" + INTERVAL_SECONDS + " must be 1 or more, not " + seconds);
        }
        interval = Duration.ofSeconds(seconds);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(this::onEvent);
    }

    @Override
    public void close() {}

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(INTERVAL_SECONDS)
                .type("int")
                .helpText("How often, in seconds, to look at the health of all realms for the metrics.")
                .defaultValue(DEFAULT_INTERVAL_SECONDS)
                .add()
                .build();
    }

    /** What was seen last. */
    HealthMetrics metrics() {
        return metrics;
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            KeycloakModelUtils.runJobInTransaction(migrated.getFactory(), this::start);
        }
    }

    private void start(KeycloakSession session) {
        metrics.register();
        HealthWatch watch = new HealthWatch(
                session.getKeycloakSessionFactory(),
                session.getProvider(ExecutorsProvider.class).getExecutor(RealmHealthProvider.THREADS),
                metrics);
        session.getProvider(TimerProvider.class)
                .schedule(watch, AFTER_START.toMillis(), interval.toMillis(), "atrium-health");
    }
}
