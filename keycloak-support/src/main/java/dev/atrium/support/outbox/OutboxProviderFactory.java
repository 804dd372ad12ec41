package dev.atrium.support.outbox;

import org.keycloak.provider.ProviderFactory;

/** Makes an {@link OutboxProvider} for a session. */
public interface OutboxProviderFactory extends ProviderFactory<OutboxProvider> {}
