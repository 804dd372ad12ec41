package dev.atrium.support.outbox;

import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.DeliveryResult;
import dev.atrium.core.outbox.OutgoingMessage;
import java.time.Duration;
import java.util.Locale;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Sends the messages of one channel; asked outside of any request. */
public interface DeliveryProvider extends Provider {
    /** The id of the provider for a channel. */
    static String idOf(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Tries to deliver a message of this realm, which is also the realm of the session's context.
     *
     * @param atMost how long this may take: soon afterwards another node may make the next attempt
     */
    DeliveryResult deliver(RealmModel realm, OutgoingMessage message, Duration atMost);
}
