package dev.atrium.store;

import static dev.atrium.store.MessageBuilder.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.DeliveryState;
import dev.atrium.core.outbox.Destination;
import dev.atrium.core.outbox.DueMessage;
import dev.atrium.core.outbox.MessageId;
import dev.atrium.core.outbox.OutboxStatistics;
import dev.atrium.core.outbox.OutgoingMessage;
import dev.atrium.core.store.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every outbox must do for whoever sends what is in it. */
abstract class OutboxQueueContract extends OutboxContract {
    OutboxQueueContract(TestDatabase database) {
        super(database);
    }

    @Test
    void gives_what_is_due_of_all_realms_and_of_one_channel() {
        MessageId here = added(message()).id();
        OutgoingMessage elsewhere = message().build();
        outboxElsewhere.add(elsewhere);
        added(message().channel(Channel.WEBHOOK));
        added(message().created(LATER));
        assertThat(due(NOON)).extracting(DueMessage::id).containsExactlyInAnyOrder(here, elsewhere.id());
    }

    @Test
    void leaves_resting_destinations_in_peace() {
        added(message().destination("smtp/dead"));
        MessageId alive = added(message().destination("smtp/alive")).id();
        assertThat(queue.due(Channel.MAIL, NOON, Set.of(new Destination("smtp/dead")), 10))
                .extracting(DueMessage::id)
                .containsExactly(alive);
    }

    @Test
    void gives_no_more_than_asked_for() {
        IntStream.range(0, 5).forEach(i -> added(message()));
        assertThat(queue.due(Channel.MAIL, NOON, Set.of(), 3)).hasSize(3);
    }

    @Test
    void lets_one_of_many_take_a_message() {
        added(message());
        DueMessage due = due(NOON).get(0);
        AtomicInteger takers = new AtomicInteger();
        IntStream.range(0, 8).parallel().forEach(i -> {
            if (queue.claim(due, NOON, LATER)) {
                takers.incrementAndGet();
            }
        });
        assertThat(takers).hasValue(1);
    }

    @Test
    void gives_a_taken_message_again_when_its_attempt_is_lost() {
        OutgoingMessage message = added(message());
        assertThat(queue.claim(due(NOON).get(0), NOON, LATER)).isTrue();
        assertThat(due(NOON)).isEmpty();
        assertThat(due(LATER)).extracting(DueMessage::id).containsExactly(message.id());
        assertThat(entry(message).attempts()).isEqualTo(1);
    }

    @Test
    void does_not_let_a_message_on_its_way_be_sent_a_second_time() {
        OutgoingMessage message = added(message());
        assertThat(queue.claim(due(NOON).get(0), NOON, LATER)).isTrue();
        assertThat(outbox.resend(message.id(), NOON)).isEqualTo(Outcome.IN_USE);
        assertThat(due(NOON)).isEmpty();
    }

    @Test
    void does_not_let_a_message_on_its_way_be_given_up() {
        OutgoingMessage message = added(message());
        assertThat(queue.claim(due(NOON).get(0), NOON, LATER)).isTrue();
        assertThat(outbox.cancel(message.id(), NOON)).isEqualTo(Outcome.IN_USE);
        queue.postpone(due(message), LATER, "Nobody there");
        assertThat(outbox.cancel(message.id(), NOON)).isEqualTo(Outcome.DONE);
    }

    @Test
    void remembers_why_a_message_was_postponed_and_forgets_it_when_sent() {
        OutgoingMessage message = added(message());
        queue.postpone(due(message), LATER, "Nobody there");
        assertThat(entry(message).problem()).contains("Nobody there");
        queue.sent(message.id(), LATER, Optional.empty());
        assertThat(entry(message).problem()).isEmpty();
        assertThat(entry(message).ended()).contains(LATER);
    }

    @Test
    void remembers_that_a_message_went_another_way() {
        OutgoingMessage message = added(message());
        queue.sent(message.id(), LATER, Optional.of("By another server"));
        assertThat(entry(message).state()).isEqualTo(DeliveryState.SENT);
        assertThat(entry(message).problem()).contains("By another server");
    }

    @Test
    void says_sent_of_a_message_that_was_given_up_while_it_went() {
        OutgoingMessage message = added(message());
        outbox.cancel(message.id(), NOON);
        queue.sent(message.id(), LATER, Optional.empty());
        assertThat(entry(message).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void counts_and_knows_the_oldest() {
        added(message().created(NOON.minusSeconds(9)));
        added(message());
        queue.fail(due(added(message())), NOON, "No such mailbox");
        queue.sent(added(message()).id(), NOON, Optional.empty());
        assertThat(queue.statistics()).isEqualTo(new OutboxStatistics(2, 1, Optional.of(NOON.minusSeconds(9))));
    }

    @Test
    void counts_with_one_statement() {
        added(message());
        assertThat(database.statements(() -> queue.statistics())).isEqualTo(1);
    }

    @Test
    void knows_no_oldest_when_nothing_waits() {
        assertThat(queue.statistics().oldest()).isEmpty();
    }

    @Test
    void forgets_what_ended_long_ago() {
        queue.sent(added(message()).id(), NOON, Optional.empty());
        OutgoingMessage recent = added(message());
        queue.sent(recent.id(), LATER, Optional.empty());
        OutgoingMessage waiting = added(message());
        assertThat(queue.forget(LATER)).isEqualTo(1);
        assertThat(List.of(entry(recent).state(), entry(waiting).state()))
                .containsExactly(DeliveryState.SENT, DeliveryState.WAITING);
    }
}
