package dev.atrium.outbox.http;

import dev.atrium.core.outbox.DeliveryResult;
import dev.atrium.core.outbox.OutgoingMessage;
import dev.atrium.core.webhook.Subscription;
import dev.atrium.core.webhook.SubscriptionId;
import dev.atrium.core.webhook.WebhookUrl;
import dev.atrium.directory.component.SigningSecret;
import dev.atrium.directory.component.Subscriptions;
import dev.atrium.support.outbox.DeliveryProvider;
import dev.atrium.support.time.KeycloakClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Sends webhooks to whoever subscribed, signed as Standard Webhooks says. */
public final class WebhookDelivery implements DeliveryProvider {
    /** A receiver that needs longer should say that it has the message, and then work on it. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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
    public DeliveryResult deliver(RealmModel realm, OutgoingMessage message, Duration atMost) {
        Optional<Subscription> subscription =
                SubscriptionId.parse(message.recipient()).flatMap(new Subscriptions(realm)::find);
        if (subscription.isEmpty()) {
            return new DeliveryResult.Refused("The subscription no longer exists.");
        }
        if (!subscription.get().active()) {
            return new DeliveryResult.Refused("The subscription is switched off.");
        }
        return send(realm, subscription.get(), message, atMost.compareTo(PATIENCE) < 0 ? atMost : PATIENCE);
    }

    public DeliveryResult sendNow(RealmModel realm, Subscription subscription, OutgoingMessage message) {
        return send(realm, subscription, message, PATIENCE);
    }

    private DeliveryResult send(RealmModel realm, Subscription subscription, OutgoingMessage message, Duration atMost) {
        Optional<String> objection = rules.objection(subscription.url());
        if (objection.isPresent()) {
            return new DeliveryResult.Refused("The URL of the subscription: " + objection.get());
        }
        List<SigningSecret> secrets =
                new Subscriptions(realm).secrets(session, subscription.id(), KeycloakClock.INSTANCE.instant());
        if (secrets.isEmpty()) {
            return new DeliveryResult.Deferred("The vault does not contain the subscription's secret.");
        }
        DeliveryResult result = sender.send(request(subscription, message, secrets), atMost);
        if (result.equals(WebhookAnswer.GONE)) {
            switchOff(realm, subscription);
        }
        return result;
    }

    /** As it is by now: somebody may have changed it during the call, and it was another address that is gone. */
    private void switchOff(RealmModel realm, Subscription called) {
        KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), other -> {
            Subscriptions now = new Subscriptions(other.realms().getRealm(realm.getId()));
            now.find(called.id())
                    .filter(found -> found.url().equals(called.url()))
                    .ifPresent(found -> now.replace(found.switchedOff(
                            "The receiver answered 410 at " + KeycloakClock.INSTANCE.instant() + ".")));
        });
    }

    public Optional<String> objection(WebhookUrl url) {
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
}
