package dev.atrium.rest.realm;

import dev.atrium.invitations.service.InvitationExpiry;
import dev.atrium.invitations.service.OrganizationLeaveListener;
import dev.atrium.support.provider.DefaultProviderFactory;
import java.time.Duration;
import java.util.List;
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

    private static final String LAUNCH_SECONDS = "launch-seconds";
    private static final int SHORTEST_LAUNCH = 30;
    private static final int LONGEST_LAUNCH = 3_600;

    private Duration launchLifetime = Duration.ofMinutes(5);
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
        launchLifetime = Duration.ofSeconds(launchSeconds(config));
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
        return ProviderConfigurationBuilder.create()
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
                .property()
                .name(LAUNCH_SECONDS)
                .type("int")
                .helpText(
                        "How many seconds an app has, after an EHR registered its launch, to send the user to sign in.")
                .defaultValue(launchLifetime.toSeconds())
                .add()
                .build();
    }

    private long launchSeconds(Config.Scope config) {
        long value = config.getLong(LAUNCH_SECONDS, launchLifetime.toSeconds());
        if (value < SHORTEST_LAUNCH || value > LONGEST_LAUNCH) {
            throw new IllegalArgumentException("spi-realm-restapi-extension--atrium--" + LAUNCH_SECONDS
                    + " must be from " + SHORTEST_LAUNCH + " to " + LONGEST_LAUNCH + ", not " + value);
        }
        return value;
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
