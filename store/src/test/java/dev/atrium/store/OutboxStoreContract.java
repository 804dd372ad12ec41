package dev.atrium.store;

import static dev.atrium.store.MessageBuilder.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.DeliveryState;
import dev.atrium.core.outbox.DueMessage;
import dev.atrium.core.outbox.MessageId;
import dev.atrium.core.outbox.OutboxEntry;
import dev.atrium.core.outbox.OutboxFilter;
import dev.atrium.core.outbox.OutgoingMessage;
import dev.atrium.core.outbox.RetrySchedule;
import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every outbox of a realm must do. */
abstract class OutboxStoreContract extends StoreContract {
    OutboxStoreContract(TestDatabase database) {
        super(database);
    }

    @Test
    void keeps_a_message_as_it_was_made() {
        OutgoingMessage message = message().build();
        outbox.add(message);
        assertThat(outbox.find(message.id()))
                .contains(new OutboxEntry(
                        message,
                        DeliveryState.WAITING,
                        0,
                        NOON,
                        NOON.plus(RetrySchedule.GIVE_UP_AFTER),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void does_not_show_a_message_to_another_realm() {
        OutgoingMessage message = added(message());
        assertThat(outboxElsewhere.find(message.id())).isEmpty();
        assertThat(outboxElsewhere.list(OutboxFilter.ALL, ALL)).isEmpty();
        assertThat(outboxElsewhere.cancel(message.id(), NOON)).isEqualTo(Outcome.NOT_FOUND);
        assertThat(outboxElsewhere.resend(message.id(), NOON)).isEqualTo(Outcome.NOT_FOUND);
        assertThat(outboxElsewhere.purge(OutboxFilter.ALL)).isZero();
    }

    @Test
    void lists_the_newest_first_also_of_one_instant() {
        OutgoingMessage first = added(message());
        OutgoingMessage second = added(message());
        OutgoingMessage third = added(message());
        assertThat(outbox.list(OutboxFilter.ALL, ALL))
                .extracting(entry -> entry.message().id())
                .containsExactly(third.id(), second.id(), first.id());
        assertThat(outbox.list(OutboxFilter.ALL, new Page(1, 1)))
                .extracting(entry -> entry.message().id())
                .containsExactly(second.id());
    }

    @Test
    void a_part_begins_after_the_one_named() {
        OutgoingMessage first = added(message());
        OutgoingMessage second = added(message());
        OutgoingMessage third = added(message());
        Page behind = new Page(0, 2, Optional.of(third.id().value()));
        assertThat(outbox.list(OutboxFilter.ALL, behind))
                .extracting(entry -> entry.message().id())
                .containsExactly(second.id(), first.id());
        assertThat(outbox.count(OutboxFilter.ALL, 2)).isEqualTo(2);
        assertThat(outbox.count(OutboxFilter.ALL)).isEqualTo(3);
    }

    @Test
    void finds_by_each_filter() {
        OutgoingMessage wanted = added(message()
                .channel(Channel.WEBHOOK)
                .recipient("subscription")
                .topic("user.created")
                .user(BERT)
                .project(SURGERY));
        added(message());
        OutboxFilter filter = new OutboxFilter(
                Optional.of(DeliveryState.WAITING),
                Optional.of(Channel.WEBHOOK),
                Optional.of("user.created"),
                Optional.of("subscription"),
                Optional.of(BERT),
                Optional.of(SURGERY));
        assertThat(outbox.list(filter, ALL))
                .extracting(entry -> entry.message().id())
                .containsExactly(wanted.id());
        assertThat(outbox.count(filter)).isEqualTo(1);
    }

    @Test
    void gives_up_a_waiting_message() {
        OutgoingMessage message = added(message());
        assertThat(outbox.cancel(message.id(), NOON)).isEqualTo(Outcome.DONE);
        assertThat(entry(message).state()).isEqualTo(DeliveryState.CANCELLED);
        assertThat(entry(message).ended()).contains(NOON);
    }

    @Test
    void does_not_give_up_what_has_ended() {
        OutgoingMessage message = added(message());
        queue.sent(message.id(), NOON, Optional.empty());
        assertThat(outbox.cancel(message.id(), NOON)).isEqualTo(Outcome.IN_USE);
        assertThat(entry(message).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void knows_what_it_does_not_hold() {
        MessageId unknown = new MessageId(UUID.randomUUID().toString());
        assertThat(outbox.cancel(unknown, NOON)).isEqualTo(Outcome.NOT_FOUND);
        assertThat(outbox.resend(unknown, NOON)).isEqualTo(Outcome.NOT_FOUND);
        assertThat(outbox.find(unknown)).isEmpty();
    }

    @Test
    void sends_a_failed_message_again_with_days_to_try() {
        OutgoingMessage message = added(message());
        queue.fail(new DueMessage(realm, entry(message)), NOON, "Nobody there");
        assertThat(outbox.resend(message.id(), NOON.plusSeconds(60))).isEqualTo(Outcome.DONE);
        assertThat(entry(message))
                .isEqualTo(new OutboxEntry(
                        message,
                        DeliveryState.WAITING,
                        0,
                        NOON.plusSeconds(60),
                        NOON.plusSeconds(60).plus(RetrySchedule.GIVE_UP_AFTER),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void purges_what_has_ended_and_matches() {
        OutgoingMessage sent = added(message());
        OutgoingMessage waiting = added(message());
        OutgoingMessage other = added(message().topic("invitation"));
        queue.sent(sent.id(), NOON, Optional.empty());
        queue.sent(other.id(), NOON, Optional.empty());
        OutboxFilter welcomes = new OutboxFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of("welcome"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(outbox.purge(welcomes)).isEqualTo(1);
        assertThat(outbox.list(OutboxFilter.ALL, ALL))
                .extracting(entry -> entry.message().id())
                .containsExactly(other.id(), waiting.id());
    }

    private OutgoingMessage added(MessageBuilder builder) {
        OutgoingMessage message = builder.build();
        outbox.add(message);
        return message;
    }

    private OutboxEntry entry(OutgoingMessage message) {
        return outbox.find(message.id()).orElseThrow();
    }
}
