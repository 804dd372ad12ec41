package dev.atrium.support.webhook;

import dev.atrium.support.provider.DefaultProviderFactory;
import org.keycloak.component.ComponentFactory;

/** Makes a {@link WebhookProvider} for a session. */
public interface WebhookProviderFactory
        extends ComponentFactory<WebhookProvider, WebhookProvider>, DefaultProviderFactory<WebhookProvider> {}
