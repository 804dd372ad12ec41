package dev.atrium.support.webhook;

import dev.atrium.support.provider.QuietFactory;
import org.keycloak.component.ComponentFactory;

/** Makes a {@link WebhookProvider} for a session. */
public interface WebhookProviderFactory
        extends ComponentFactory<WebhookProvider, WebhookProvider>, QuietFactory<WebhookProvider> {}
