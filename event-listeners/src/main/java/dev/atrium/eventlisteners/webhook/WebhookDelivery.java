package dev.atrium.eventlisteners.webhook;

import dev.atrium.core.outbox.DeliveryResult;
import dev.atrium.core.outbox.OutgoingMessage;
import dev.atrium.core.webhook.Subscription;
import dev.atrium.core.webhook.SubscriptionId;
import dev.atrium.core.webhook.WebhookUrl;
import dev.atrium.support.outbox.DeliveryProvider;
import dev.atrium.support.time.KeycloakClock;
import dev.atrium.support.webhook.SigningSecret;
import dev.atrium.support.webhook.Subscriptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.vault.VaultStringSecret;

/** Sends webhooks to whoever subscribed, signed as Standard Webhooks says. */
final class WebhookDelivery implements DeliveryProvider {
    private final KeycloakSession session;
    private final HttpSender sender;
    private final WebhookRules rules;

    WebhookDelivery(KeycloakSession session, HttpSender sender, WebhookRules rules) {
        this.session = session;
        this.sender = sender;
        this.rules = rules;
    }

    /** To where the subscription points now: it may have been mended since. */
    @Override
    public DeliveryResult deliver(RealmModel realm, OutgoingMessage message) {
        Optional<Subscription> subscription =
                SubscriptionId.parse(message.recipient()).flatMap(new Subscriptions(realm)::find);
        if (subscription.isEmpty()) {
            return new DeliveryResult.Refused("The subscription is gone.");
        }
        if (!subscription.get().active()) {
            return new DeliveryResult.Refused("The subscription is switched off.");
        }
        return send(realm, subscription.get(), message);
    }

    DeliveryResult send(RealmModel realm, Subscription subscription, OutgoingMessage message) {
        Optional<String> objection = rules.objection(subscription.url());
        if (objection.isPresent()) {
            return new DeliveryResult.Refused("The address of the subscription: " + objection.get());
        }
        List<SigningSecret> secrets = secrets(realm, subscription.id());
        if (secrets.isEmpty()) {
            return new DeliveryResult.Deferred("The vault does not have the subscription's secret.");
        }
        DeliveryResult result = sender.send(request(subscription, message, secrets));
        if (result.equals(WebhookAnswer.GONE)) {
            new Subscriptions(realm)
                    .replace(subscription.switchedOff(
                            "The receiver answered 410 at " + KeycloakClock.INSTANCE.instant() + "."));
        }
        return result;
    }

    Optional<String> objection(WebhookUrl url) {
        return rules.objection(url);
    }

    @Override
    public void close() {}

    private static HttpPost request(Subscription subscription, OutgoingMessage message, List<SigningSecret> secrets) {
        byte[] body = message.content().getBytes(StandardCharsets.UTF_8);
        String id = message.id().value();
        String timestamp = String.valueOf(KeycloakClock.INSTANCE.instant().getEpochSecond());
        HttpPost request = new HttpPost(subscription.url().value());
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", timestamp);
        request.setHeader(
                "webhook-signature",
                secrets.stream()
                        .map(secret -> secret.signature(id, timestamp, body))
                        .collect(Collectors.joining(" ")));
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        return request;
    }

    private List<SigningSecret> secrets(RealmModel realm, SubscriptionId id) {
        Instant now = KeycloakClock.INSTANCE.instant();
        return new Subscriptions(realm)
                .secrets(id, now).stream()
                        .map(this::fromVault)
                        .flatMap(Optional::stream)
                        .toList();
    }

    /** What is no reference to the vault comes back as it is. */
    private Optional<SigningSecret> fromVault(String text) {
        try (VaultStringSecret secret = session.vault().getStringSecret(text)) {
            return secret.get().flatMap(SigningSecret::parse);
        }
    }
}
