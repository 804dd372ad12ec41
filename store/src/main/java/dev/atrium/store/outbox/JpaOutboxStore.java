package dev.atrium.store.outbox;

import dev.atrium.core.outbox.MessageId;
import dev.atrium.core.outbox.OutboxEntry;
import dev.atrium.core.outbox.OutboxFilter;
import dev.atrium.core.outbox.OutboxStore;
import dev.atrium.core.outbox.OutgoingMessage;
import dev.atrium.core.outbox.RetrySchedule;
import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import dev.atrium.store.jpa.Conditions;
import dev.atrium.store.jpa.Followers;
import dev.atrium.store.jpa.MessageOrder;
import dev.atrium.store.jpa.OutboxEntity;
import dev.atrium.store.jpa.RealmRows;
import dev.atrium.store.jpa.StableOrder;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The messages of one realm, in Keycloak's database. */
public final class JpaOutboxStore implements OutboxStore {
    private static final String WITH_ID = " where o.realmId = :realm and o.id = :id";
    private static final String RESEND =
            """
            update AtriumOutbox o set o.state = WAITING, o.attempts = 0, o.taken = false, o.nextAttempt = :now,
            o.giveUp = :giveUp, o.ended = null, o.problem = null
            """ + WITH_ID + " and (o.state <> WAITING or o.taken = false or o.nextAttempt < :now)";
    private static final String CANCEL = "update AtriumOutbox o set o.state = CANCELLED, o.ended = :now" + WITH_ID
            + " and o.state = WAITING and (o.taken = false or o.nextAttempt < :now)";

    private final RealmRows rows;

    public JpaOutboxStore(RealmRows rows) {
        this.rows = rows;
    }

    @Override
    public void add(OutgoingMessage message) {
        rows.insert(new OutboxEntity(rows.realmId(), MessageOrder.next(message.created()), message));
    }

    @Override
    public Optional<OutboxEntry> find(MessageId id) {
        return read(rows.query("select o from AtriumOutbox o" + WITH_ID, OutboxEntity.class)
                        .setParameter("id", id.value()))
                .stream()
                .findFirst();
    }

    @Override
    public List<OutboxEntry> list(OutboxFilter filter, Page page) {
        Conditions conditions = OutboxConditions.of(filter);
        return read(StableOrder.MESSAGES.part(
                statement -> rows.query(statement, OutboxEntity.class),
                "select o from AtriumOutbox o",
                conditions,
                page));
    }

    @Override
    public long count(OutboxFilter filter, int most) {
        return StableOrder.MESSAGES.count(rows, OutboxConditions.of(filter), most);
    }

    @Override
    public Outcome resend(MessageId id, Instant now) {
        int changed = rows.change(RESEND)
                .setParameter("id", id.value())
                .setParameter("now", now.toEpochMilli())
                .setParameter("giveUp", now.plus(RetrySchedule.GIVE_UP_AFTER).toEpochMilli())
                .executeUpdate();
        return outcome(changed, id, now);
    }

    @Override
    public Outcome cancel(MessageId id, Instant now) {
        int changed = rows.change(CANCEL)
                .setParameter("id", id.value())
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
        return outcome(changed, id, now);
    }

    private Outcome outcome(int changed, MessageId id, Instant now) {
        if (changed == 1) {
            Followers.areDue(rows, id, now);
            return Outcome.DONE;
        }
        return find(id).isPresent() ? Outcome.IN_USE : Outcome.NOT_FOUND;
    }

    @Override
    public int purge(OutboxFilter filter) {
        Conditions conditions = OutboxConditions.of(filter);
        return conditions
                .bind(rows.change("delete from AtriumOutbox o" + conditions + " and o.state <> WAITING"))
                .executeUpdate();
    }

    private List<OutboxEntry> read(TypedQuery<OutboxEntity> query) {
        return rows.read(query, OutboxEntity::toEntry);
    }
}
