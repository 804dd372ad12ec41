package dev.atrium.rest.realm;

import dev.atrium.invitations.service.InvitationExpiry;
import dev.atrium.invitations.service.OrganizationLeaveListener;
import dev.atrium.rest.launch.LaunchLifetime;
import dev.atrium.support.provider.DefaultProviderFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Puts {@code atrium} below every realm. */
public final class AtriumRealmProviderFactory
        implements RealmResourceProviderFactory, DefaultProviderFactory<RealmResourceProvider> {
    private static final String ID = "atrium"; // the segment of the path
    private static final String CHECK_SECONDS = "invitation-check-seconds";
    private static final String KEEP_DAYS = "invitation-keep-days";

    private LaunchLifetime launchLifetime = LaunchLifetime.DEFAULT;
    private Duration interval = Duration.ofHours(1);
    private Duration kept = Duration.ofDays(30);

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new AtriumRealmProvider(session, launchLifetime);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {
        interval = Duration.ofSeconds(atLeastOne(config, CHECK_SECONDS, interval.toSeconds()));
        launchLifetime = LaunchLifetime.of(config);
        kept = Duration.ofDays(atLeastOne(config, KEEP_DAYS, kept.toDays()));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new OrganizationLeaveListener());
        factory.register(event -> {
            if (event instanceof PostMigrationEvent migrated) {
                InvitationExpiry.schedule(migrated.getFactory(), interval, kept);
            }
        });
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        List<ProviderConfigProperty> invitations = ProviderConfigurationBuilder.create()
                .property()
                .name(CHECK_SECONDS)
                .type("int")
                .helpText("How often, in seconds, to look for invitations that have expired.")
                .defaultValue(interval.toSeconds())
                .add()
                .property()
                .name(KEEP_DAYS)
                .type("int")
                .helpText("How many days invitations are kept after they were accepted, were revoked or expired.")
                .defaultValue(kept.toDays())
                .add()
                .build();
        return Stream.concat(invitations.stream(), Stream.of(LaunchLifetime.option()))
                .toList();
    }

    private static long atLeastOne(Config.Scope config, String name, long unlessSaid) {
        long value = config.getLong(name, unlessSaid);
        if (value < 1) {
            throw new IllegalArgumentException(
                    "spi-realm-restapi-extension--atrium--" + name + " must be 1 or more, not " + value);
        }
        return value;
    }
}
