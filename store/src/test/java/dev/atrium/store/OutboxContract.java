package dev.atrium.store;

import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.DueMessage;
import dev.atrium.core.outbox.OutboxEntry;
import dev.atrium.core.outbox.OutgoingMessage;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** An empty outbox before each test, and messages for it. */
abstract class OutboxContract extends StoreContract {
    static final Instant LATER = NOON.plusSeconds(300);

    OutboxContract(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void empty() {
        database.run(
                entities -> entities.createQuery("delete from AtriumOutbox o").executeUpdate());
    }

    final List<DueMessage> due(Instant now) {
        return queue.due(Channel.MAIL, now, Set.of(), 10);
    }

    final DueMessage due(OutgoingMessage message) {
        return new DueMessage(realm, entry(message));
    }

    final OutgoingMessage added(MessageBuilder builder) {
        OutgoingMessage message = builder.build();
        outbox.add(message);
        return message;
    }

    final OutboxEntry entry(OutgoingMessage message) {
        return outbox.find(message.id()).orElseThrow();
    }
}
