package dev.atrium.eventlisteners.webhook;

import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.DeliveryResult;
import dev.atrium.core.outbox.Destination;
import dev.atrium.core.outbox.MessageId;
import dev.atrium.core.outbox.OutgoingMessage;
import dev.atrium.core.webhook.Subscription;
import dev.atrium.core.webhook.WebhookEvent;
import dev.atrium.core.webhook.WebhookType;
import dev.atrium.core.webhook.WebhookUrl;
import dev.atrium.directory.component.Subscriptions;
import dev.atrium.outbox.http.WebhookAnswer;
import dev.atrium.outbox.http.WebhookDelivery;
import dev.atrium.support.outbox.DeliveryProvider;
import dev.atrium.support.outbox.OutboxProvider;
import dev.atrium.support.time.KeycloakClock;
import dev.atrium.support.webhook.WebhookProvider;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Puts a message into the outbox for each subscription that wants to be told. */
public final class Webhooks implements WebhookProvider {
    private static final int LONGEST_DESTINATION = 90;

    /** When a test says that nobody answers, however soon that is known: the time would tell why. */
    private static final Duration UNTIL_NOBODY = Duration.ofSeconds(3);

    private final KeycloakSession session;
    private final RefusalEventLimiter refusals;

    Webhooks(KeycloakSession session, RefusalEventLimiter refusals) {
        this.session = session;
        this.refusals = refusals;
    }

    @Override
    public void publish(RealmModel realm, WebhookEvent event) {
        new Subscriptions(realm)
                .all().stream()
                        .filter(subscription -> subscription.wants(event))
                        .filter(subscription -> event.type() != WebhookType.SIGN_IN_REFUSED
                                || refusals.admit(session, realm, subscription))
                        .forEach(subscription -> session.getProvider(OutboxProvider.class)
                                .add(realm, message(realm, subscription, event)));
    }

    @Override
    public DeliveryResult test(RealmModel realm, Subscription subscription) {
        WebhookEvent test = WebhookEvent.of(WebhookType.WEBHOOK_TEST, KeycloakClock.INSTANCE.instant())
                .with("subscriptionId", subscription.id().value());
        long began = System.nanoTime();
        DeliveryResult result = delivery().sendNow(realm, subscription, message(realm, subscription, test));
        if (result.equals(WebhookAnswer.NOBODY)) {
            LockSupport.parkNanos(UNTIL_NOBODY.toNanos() - (System.nanoTime() - began));
        }
        return result;
    }

    @Override
    public Optional<String> objection(WebhookUrl url) {
        return delivery().objection(url);
    }

    @Override
    public void close() {}

    private WebhookDelivery delivery() {
        return (WebhookDelivery) session.getProvider(DeliveryProvider.class, DeliveryProvider.idOf(Channel.WEBHOOK));
    }

    private static OutgoingMessage message(RealmModel realm, Subscription subscription, WebhookEvent event) {
        return new OutgoingMessage(
                new MessageId(KeycloakModelUtils.generateId()),
                Channel.WEBHOOK,
                destination(subscription.url()),
                subscription.id().value(),
                event.type().text(),
                WebhookBody.json(realm.getName(), event),
                Optional.empty(),
                Optional.empty(),
                KeycloakClock.INSTANCE.instant());
    }

    /** One server; of a name that is too long its end, which is the owner's. */
    private static Destination destination(WebhookUrl url) {
        String server = url.host() + ":" + url.port();
        return new Destination("webhook/" + server.substring(Math.max(0, server.length() - LONGEST_DESTINATION)));
    }
}
