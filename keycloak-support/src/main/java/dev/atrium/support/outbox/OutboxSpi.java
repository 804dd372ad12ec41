package dev.atrium.support.outbox;

import dev.atrium.support.provider.AtriumSpi;

/** The provider interface through which anything is sent. */
public final class OutboxSpi extends AtriumSpi {
    public OutboxSpi() {
        super("atrium-outbox", OutboxProvider.class, OutboxProviderFactory.class);
    }
}
