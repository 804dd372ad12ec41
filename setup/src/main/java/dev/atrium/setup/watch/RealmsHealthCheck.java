package dev.atrium.setup.watch;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resources.KeycloakApplication;

/**
 * Whether any realm has an error, as this node saw it last, at {@code /health/group/atrium} of Keycloak's management port. In a
 * group of its own it says nothing of whether the server is ready: no load balancer takes a server away for a setting.
 */
@HealthGroup("atrium")
@ApplicationScoped
public class RealmsHealthCheck implements HealthCheck {
    private static final String NAME = "Atrium's realms";

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(NAME);
        Map<String, Long> errors = latest().map(HealthMetrics::errors).orElse(Map.of());
        errors.forEach(answer::withData);
        return answer.status(errors.isEmpty()).build();
    }

    /** Nothing before the server is up. */
    private static Optional<HealthMetrics> latest() {
        KeycloakSessionFactory sessions = KeycloakApplication.getSessionFactory();
        return Optional.ofNullable(sessions)
                .map(factory -> factory.getProviderFactory(HealthProvider.class))
                .filter(HealthWatchFactory.class::isInstance)
                .map(factory -> ((HealthWatchFactory) factory).metrics());
    }
}
