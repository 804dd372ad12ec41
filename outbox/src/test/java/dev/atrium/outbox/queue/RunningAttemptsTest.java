package dev.atrium.outbox.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.DeliveryState;
import dev.atrium.core.outbox.Destination;
import dev.atrium.core.outbox.DueMessage;
import dev.atrium.core.outbox.MessageId;
import dev.atrium.core.outbox.OutboxEntry;
import dev.atrium.core.outbox.OutgoingMessage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunningAttemptsTest {
    private final RunningAttempts underWay = new RunningAttempts();

    @Nested
    class Given_two_messages_to_one_destination {
        private final DueMessage first = to("smtp/slow");

        Given_two_messages_to_one_destination() {
            underWay.begin(first);
            underWay.begin(to("smtp/slow"));
        }

        @Test
        void there_is_no_room_for_a_third() {
            assertThat(underWay.begin(to("smtp/slow"))).isFalse();
            assertThat(underWay.fullDestinations()).containsExactly(new Destination("smtp/slow"));
        }

        @Test
        void there_is_room_for_one_to_another() {
            assertThat(underWay.begin(to("smtp/quick"))).isTrue();
        }

        @Test
        void there_is_room_when_one_has_ended() {
            underWay.end(first);
            assertThat(underWay.holds(first)).isFalse();
            assertThat(underWay.fullDestinations()).isEmpty();
            assertThat(underWay.begin(to("smtp/slow"))).isTrue();
        }
    }

    @Nested
    class Given_messages_to_many_destinations {
        @Test
        void sixteen_are_under_way_at_once() {
            for (int i = 0; i < RunningAttempts.MOST; i++) {
                assertThat(underWay.begin(to("smtp/" + i))).isTrue();
            }
            assertThat(underWay.isFull()).isTrue();
            assertThat(underWay.begin(to("smtp/one-more"))).isFalse();
        }
    }

    private static DueMessage to(String destination) {
        OutgoingMessage message = new OutgoingMessage(
                new MessageId(UUID.randomUUID().toString()),
                Channel.MAIL,
                new Destination(destination),
                "ann@example.org",
                "welcome",
                "{}",
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH);
        OutboxEntry entry = new OutboxEntry(
                message, DeliveryState.WAITING, 0, Instant.EPOCH, Instant.EPOCH, Optional.empty(), Optional.empty());
        return new DueMessage("realm", entry);
    }
}
