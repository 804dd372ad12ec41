package dev.atrium.core.outbox;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.ProjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * A message to be sent, whole: whoever sends it needs nothing else that might have changed meanwhile.
 *
 * @param recipient an address or a subscription; messages reach it in the order they were made
 * @param topic what it is about, e.g. {@code welcome} or {@code membership.created}
 * @param content what is sent, in the channel's own JSON
 * @param user whom it is about; a mail goes when its user goes
 * @param project on whose behalf it is sent; a mail goes when its project goes
 */
public record OutgoingMessage(
        MessageId id,
        Channel channel,
        Destination destination,
        String recipient,
        String topic,
        String content,
        Optional<UserId> user,
        Optional<ProjectId> project,
        Instant created) {
    private static final int LONGEST_RECIPIENT = 255;
    private static final int LONGEST_TOPIC = 100;

    public OutgoingMessage {
        if (recipient.isEmpty() || recipient.length() > LONGEST_RECIPIENT) {
            throw new IllegalArgumentException("not a recipient of 1 to " + LONGEST_RECIPIENT + " characters");
        }
        if (topic.isEmpty() || topic.length() > LONGEST_TOPIC) {
            throw new IllegalArgumentException("not a topic of 1 to " + LONGEST_TOPIC + " characters");
        }
    }
}
