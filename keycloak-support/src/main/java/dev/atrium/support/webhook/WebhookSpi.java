package dev.atrium.support.webhook;

import dev.atrium.support.provider.AtriumSpi;

/** The provider interface through which others are told what happened. */
public final class WebhookSpi extends AtriumSpi {
    public WebhookSpi() {
        super("atrium-webhook", WebhookProvider.class, WebhookProviderFactory.class);
    }
}
