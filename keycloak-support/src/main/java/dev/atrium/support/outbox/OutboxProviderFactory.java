package dev.atrium.support.outbox;

import dev.atrium.support.provider.QuietFactory;

/** Makes an {@link OutboxProvider} for a session. */
public interface OutboxProviderFactory extends QuietFactory<OutboxProvider> {}
