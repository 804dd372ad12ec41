package dev.atrium.outbox.queue;

import dev.atrium.support.outbox.DeliveryProvider;
import dev.atrium.support.outbox.OutboxProvider;
import dev.atrium.support.outbox.OutboxProviderFactory;
import dev.atrium.support.store.AtriumStoreProvider;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/** Starts with the server what sends the outbox, and stops with it. */
public final class OutboxFactory implements OutboxProviderFactory {
    private static final String KEEP_DAYS = "keep-days";
    private static final int DEFAULT_KEEP_DAYS = 30;
    private static final String ATTEMPT_SECONDS = "attempt-seconds";
    private static final int DEFAULT_ATTEMPT_SECONDS = 180;
    private static final String LEFTOVERS_SECONDS = "leftovers-seconds";
    private static final int DEFAULT_LEFTOVERS_SECONDS = 10;
    private static final String FORGETTING_SECONDS = "forgetting-seconds";
    private static final int DEFAULT_FORGETTING_SECONDS = 3600;

    private Duration keep = Duration.ofDays(DEFAULT_KEEP_DAYS);
    private Duration attemptAtMost = Duration.ofSeconds(DEFAULT_ATTEMPT_SECONDS);
    private Duration leftovers = Duration.ofSeconds(DEFAULT_LEFTOVERS_SECONDS);
    private Duration forgetting = Duration.ofSeconds(DEFAULT_FORGETTING_SECONDS);
    private @Nullable OutboxWorkers workers;

    @Override
    public OutboxProvider create(KeycloakSession session) {
        return new Outbox(session, started());
    }

    @Override
    public String getId() {
        return "jpa";
    }

    @Override
    public void init(Config.Scope config) {
        keep = Duration.ofDays(positive(config, KEEP_DAYS, DEFAULT_KEEP_DAYS));
        attemptAtMost = Duration.ofSeconds(positive(config, ATTEMPT_SECONDS, DEFAULT_ATTEMPT_SECONDS));
        leftovers = Duration.ofSeconds(positive(config, LEFTOVERS_SECONDS, DEFAULT_LEFTOVERS_SECONDS));
        forgetting = Duration.ofSeconds(positive(config, FORGETTING_SECONDS, DEFAULT_FORGETTING_SECONDS));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        workers = new OutboxWorkers(factory, attemptAtMost);
        factory.register(this::onEvent);
    }

    /** What is closed after this: the last attempts need it to write down how they ended. */
    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(AtriumStoreProvider.class, DeliveryProvider.class);
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.close();
        }
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(KEEP_DAYS)
                .type("int")
                .helpText("How many days messages are kept after they were sent, failed or were cancelled.")
                .defaultValue(DEFAULT_KEEP_DAYS)
                .add()
                .property()
                .name(ATTEMPT_SECONDS)
                .type("int")
                .helpText(
                        "How many seconds an attempt to deliver a message may last. If its node dies meanwhile, the message"
                                + " is tried again after that time and a third of it.")
                .defaultValue(DEFAULT_ATTEMPT_SECONDS)
                .add()
                .property()
                .name(LEFTOVERS_SECONDS)
                .type("int")
                .helpText("How often, in seconds, to look for messages that are due for another attempt.")
                .defaultValue(DEFAULT_LEFTOVERS_SECONDS)
                .add()
                .property()
                .name(FORGETTING_SECONDS)
                .type("int")
                .helpText("How often, in seconds, to look for messages that have been kept long enough.")
                .defaultValue(DEFAULT_FORGETTING_SECONDS)
                .add()
                .build();
    }

    private static int positive(Config.Scope config, String name, int unlessSaid) {
        int value = config.getInt(name, unlessSaid);
        if (value < 1) {
            throw new IllegalArgumentException("spi-atrium-outbox--jpa--" + name + " must be 1 or more, not " + value);
        }
        return value;
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            KeycloakModelUtils.runJobInTransaction(migrated.getFactory(), this::start);
        }
    }

    private void start(KeycloakSession session) {
        OutboxMetrics.register(session.getKeycloakSessionFactory());
        schedule(session, new OverdueMessagesTask(started()), leftovers);
        schedule(session, new RetentionTask(keep), forgetting);
    }

    private OutboxWorkers started() {
        if (workers == null) {
            throw new IllegalStateException("asked before Keycloak had all its providers");
        }
        return workers;
    }

    private static void schedule(KeycloakSession session, ScheduledTask task, Duration interval) {
        long millis = interval.toMillis();
        session.getProvider(TimerProvider.class)
                .schedule(
                        new ClusterAwareScheduledTaskRunner(session.getKeycloakSessionFactory(), task, millis), millis);
    }
}
