package dev.atrium.support.webhook;

import dev.atrium.core.outbox.DeliveryResult;
import dev.atrium.core.webhook.Subscription;
import dev.atrium.core.webhook.WebhookEvent;
import dev.atrium.core.webhook.WebhookUrl;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * Tells others what happened. Its components are the subscriptions of a realm, which therefore travel with the realm
 * and are kept in Keycloak's cache.
 */
public interface WebhookProvider extends Provider {
    /** Has this sent to whoever subscribed to it, once the transaction of the session has committed. */
    void publish(RealmModel realm, WebhookEvent event);

    /** Sends a message without meaning at once, and says how that went. */
    DeliveryResult test(RealmModel realm, Subscription subscription);

    /** Why the operator does not let webhooks go there, as far as the address alone tells. */
    Optional<String> objection(WebhookUrl url);
}
