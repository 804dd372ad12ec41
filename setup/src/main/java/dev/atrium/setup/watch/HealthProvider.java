package dev.atrium.setup.watch;

import dev.atrium.setup.health.Finding;
import java.util.List;
import org.keycloak.provider.Provider;

/** What is not as it should be in the realm in context. */
public interface HealthProvider extends Provider {
    /**
     * What is found now, the gravest first.
     *
     * @param askMailServer whether to connect to the realm's mail server, which may take three seconds
     */
    List<Finding> findings(boolean askMailServer);

    @Override
    default void close() {}
}
