package dev.atrium.setup.watch;

import org.keycloak.provider.ProviderFactory;

/** Makes what looks at the health of a realm. */
public interface HealthProviderFactory extends ProviderFactory<HealthProvider> {}
