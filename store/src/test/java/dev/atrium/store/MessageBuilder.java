package dev.atrium.store;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.Destination;
import dev.atrium.core.outbox.MessageId;
import dev.atrium.core.outbox.OutgoingMessage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A welcome mail to Anna, but for what a test says otherwise. */
final class MessageBuilder {
    private Channel channel = Channel.MAIL;
    private String destination = "smtp/realm";
    private String recipient = "anna-" + UUID.randomUUID() + "@example.org";
    private String topic = "welcome";
    private Optional<UserId> user = Optional.of(StoreContract.ANNA);
    private Optional<ProjectId> project = Optional.of(StoreContract.HOSPITAL);
    private Instant created = StoreContract.NOON;

    static MessageBuilder message() {
        return new MessageBuilder();
    }

    MessageBuilder channel(Channel value) {
        channel = value;
        return this;
    }

    MessageBuilder destination(String value) {
        destination = value;
        return this;
    }

    MessageBuilder recipient(String value) {
        recipient = value;
        return this;
    }

    MessageBuilder topic(String value) {
        topic = value;
        return this;
    }

    MessageBuilder user(UserId value) {
        user = Optional.of(value);
        return this;
    }

    MessageBuilder project(ProjectId value) {
        project = Optional.of(value);
        return this;
    }

    MessageBuilder created(Instant value) {
        created = value;
        return this;
    }

    OutgoingMessage build() {
        return new OutgoingMessage(
                new MessageId(UUID.randomUUID().toString()),
                channel,
                new Destination(destination),
                recipient,
                topic,
                "{\"subject\":\"Willkommen in der Klinik Süd\"}",
                user,
                project,
                created);
    }
}
