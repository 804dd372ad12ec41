package dev.atrium.support.outbox;

import dev.atrium.support.provider.DefaultProviderFactory;

/** Makes an {@link OutboxProvider} for a session. */
public interface OutboxProviderFactory extends DefaultProviderFactory<OutboxProvider> {}
