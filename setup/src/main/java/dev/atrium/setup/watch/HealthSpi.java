package dev.atrium.setup.watch;

import dev.atrium.support.provider.AtriumSpi;

/** The provider interface of what looks at the health of a realm. */
public final class HealthSpi extends AtriumSpi {
    public HealthSpi() {
        super("atrium-health", HealthProvider.class, HealthProviderFactory.class);
    }
}
