package dev.atrium.support.check;

import dev.atrium.support.provider.AtriumSpi;

/** The provider interface of the checks at the start. */
public final class StartCheckSpi extends AtriumSpi {
    public StartCheckSpi() {
        super("atrium-check", StartCheckProvider.class, StartCheckProviderFactory.class);
    }
}
