package dev.atrium.store;

import static dev.atrium.store.MessageBuilder.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.outbox.DueMessage;
import dev.atrium.core.outbox.MessageId;
import dev.atrium.core.outbox.OutgoingMessage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In which order every outbox must give the messages of one recipient. */
abstract class OutboxOrderContract extends OutboxContract {
    OutboxOrderContract(TestDatabase database) {
        super(database);
    }

    @Test
    void gives_a_recipient_one_message_at_a_time_oldest_first() {
        MessageId first = added(message().recipient("anna")).id();
        MessageId second = added(message().recipient("anna")).id();
        assertThat(due(NOON)).extracting(DueMessage::id).containsExactly(first);
        queue.sent(first, NOON, Optional.empty());
        assertThat(due(NOON)).extracting(DueMessage::id).containsExactly(second);
    }

    @Test
    void lets_a_younger_message_wait_for_an_older_one_that_is_tried_again_later() {
        OutgoingMessage first = added(message().recipient("anna"));
        added(message().recipient("anna"));
        queue.postpone(due(first), LATER, "Nobody there");
        assertThat(due(NOON)).isEmpty();
        assertThat(due(LATER)).extracting(DueMessage::id).containsExactly(first.id());
    }

    @Test
    void has_a_younger_message_be_due_no_earlier_than_an_older_one_that_is_tried_again_later() {
        OutgoingMessage first = added(message().recipient("anna"));
        OutgoingMessage second = added(message().recipient("anna"));
        OutgoingMessage others = added(message().recipient("bert"));
        queue.postpone(due(first), LATER, "Nobody there");
        assertThat(entry(second).nextAttempt()).isEqualTo(LATER);
        assertThat(entry(second).problem()).isEmpty();
        assertThat(entry(others).nextAttempt()).isEqualTo(NOON);
    }

    @Test
    void gives_a_younger_message_when_the_older_one_is_given_up_that_was_to_be_tried_later() {
        OutgoingMessage first = added(message().recipient("anna"));
        OutgoingMessage second = added(message().recipient("anna"));
        queue.postpone(due(first), LATER, "Nobody there");
        outbox.cancel(first.id(), NOON);
        assertThat(due(NOON)).extracting(DueMessage::id).containsExactly(second.id());
    }

    @Test
    void gives_a_younger_message_when_the_older_one_was_sent_again_by_hand() {
        OutgoingMessage first = added(message().recipient("anna"));
        OutgoingMessage second = added(message().recipient("anna"));
        queue.postpone(due(first), LATER, "Nobody there");
        outbox.resend(first.id(), NOON);
        queue.sent(first.id(), NOON, Optional.empty());
        assertThat(due(NOON)).extracting(DueMessage::id).containsExactly(second.id());
    }

    @Test
    void lets_an_older_message_keep_its_time_when_a_younger_one_is_given_up() {
        OutgoingMessage first = added(message().recipient("anna"));
        OutgoingMessage second = added(message().recipient("anna"));
        queue.postpone(due(first), LATER, "Nobody there");
        outbox.cancel(second.id(), NOON);
        assertThat(entry(first).nextAttempt()).isEqualTo(LATER);
    }

    @Test
    void lets_an_older_message_keep_its_time_when_a_younger_one_is_sent_again_by_hand() {
        OutgoingMessage first = added(message().recipient("anna"));
        OutgoingMessage second = added(message().recipient("anna"));
        queue.postpone(due(first), LATER, "Nobody there");
        outbox.resend(second.id(), NOON);
        assertThat(entry(first).nextAttempt()).isEqualTo(LATER);
    }

    @Test
    void lets_an_older_message_that_was_sent_again_by_hand_not_wait_for_a_younger_one() {
        OutgoingMessage first = added(message().recipient("anna"));
        OutgoingMessage second = added(message().recipient("anna"));
        queue.fail(due(first), NOON, "No such mailbox");
        outbox.resend(first.id(), NOON);
        queue.postpone(due(second), LATER, "Nobody there");
        assertThat(entry(first).nextAttempt()).isEqualTo(NOON);
    }

    @Test
    void lets_a_failed_message_hold_up_nobody() {
        OutgoingMessage first = added(message().recipient("anna"));
        OutgoingMessage second = added(message().recipient("anna"));
        queue.postpone(due(first), LATER, "Nobody there");
        queue.fail(due(first), NOON, "No such mailbox");
        assertThat(due(NOON)).extracting(DueMessage::id).containsExactly(second.id());
    }
}
