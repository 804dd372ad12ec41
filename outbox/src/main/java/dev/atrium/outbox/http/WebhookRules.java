package dev.atrium.outbox.http;

import dev.atrium.core.network.ReachableAddresses;
import dev.atrium.core.webhook.WebhookUrl;
import java.util.Optional;

/**
 * Where the operator lets webhooks go.
 *
 * @param http whether without encryption too
 */
record WebhookRules(boolean http, ReachableAddresses addresses) {
    /** Why a webhook may not go there, as far as its address tells before any name is looked up. */
    Optional<String> objection(WebhookUrl url) {
        if (!url.isEncrypted() && !http) {
            return Optional.of("Must begin with https://.");
        }
        return addresses.exclude(url.host())
                ? Optional.of("Must be a public address, or in a network that the operator of the server allows.")
                : Optional.empty();
    }
}
