package dev.atrium.store.outbox;

import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.DeliveryState;
import dev.atrium.core.outbox.Destination;
import dev.atrium.core.outbox.DueMessage;
import dev.atrium.core.outbox.MessageId;
import dev.atrium.core.outbox.OutboxQueue;
import dev.atrium.core.outbox.OutboxStatistics;
import dev.atrium.store.jpa.Followers;
import dev.atrium.store.jpa.OutboxEntity;
import dev.atrium.store.jpa.RealmRows;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The messages of all realms, in Keycloak's database. */
public final class JpaOutboxQueue implements OutboxQueue {
    private static final String DUE = """
            select o from AtriumOutbox o where o.state = WAITING and o.channel = :channel and o.nextAttempt <= :now
            """;
    private static final String NOT_RESTING = " and o.destination not in :resting";
    private static final String OLDEST_OF_ITS_RECIPIENT = """
             and not exists (select 1 from AtriumOutbox b where b.realmId = o.realmId and b.recipient = o.recipient
            and b.state = WAITING and b.sequence < o.sequence)
            """;
    private static final String CLAIM = """
            update AtriumOutbox o set o.taken = true, o.nextAttempt = :lost, o.attempts = o.attempts + 1
            where o.id = :id and o.state = WAITING and o.nextAttempt <= :now
            """;
    private static final String END =
            "update AtriumOutbox o set o.state = :state, o.taken = false, o.ended = :now, o.problem = :problem"
                    + " where o.id = :id and ";
    private static final String POSTPONE = "update AtriumOutbox o set o.taken = false, o.nextAttempt = :next,"
            + " o.problem = :problem where o.id = :id and o.state = WAITING";

    /** What was sent is left out: it is most of the table. */
    private static final String STATISTICS = """
            select o.state, count(o), min(o.created) from AtriumOutbox o where o.state in (WAITING, FAILED)
            group by o.state
            """;

    private final EntityManager entities;

    public JpaOutboxQueue(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<DueMessage> due(Channel channel, Instant now, Set<Destination> resting, int most) {
        String statement =
                DUE + (resting.isEmpty() ? "" : NOT_RESTING) + OLDEST_OF_ITS_RECIPIENT + " order by o.nextAttempt";
        TypedQuery<OutboxEntity> query = entities.createQuery(statement, OutboxEntity.class)
                .setParameter("channel", channel)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(most);
        if (!resting.isEmpty()) {
            query.setParameter(
                    "resting", resting.stream().map(Destination::value).toList());
        }
        return query.getResultList().stream()
                .peek(entities::detach)
                .map(OutboxEntity::toDue)
                .toList();
    }

    @Override
    public boolean claim(DueMessage due, Instant now, Instant lost) {
        return change(CLAIM, due.id())
                        .setParameter("now", now.toEpochMilli())
                        .setParameter("lost", lost.toEpochMilli())
                        .executeUpdate()
                == 1;
    }

    /** Also what somebody gave up meanwhile: it was sent all the same. */
    @Override
    public void sent(MessageId id, Instant now, Optional<String> detour) {
        end(change(END + "o.state <> SENT", id), DeliveryState.SENT, now, detour.orElse(null));
    }

    @Override
    public void postpone(DueMessage due, Instant next, String problem) {
        int postponed = change(POSTPONE, due.id())
                .setParameter("next", next.toEpochMilli())
                .setParameter("problem", problem)
                .executeUpdate();
        if (postponed == 1) {
            Followers.wait(rows(due), due.id(), next);
        }
    }

    @Override
    public void fail(DueMessage due, Instant now, String problem) {
        end(change(END + "o.state = WAITING", due.id()), DeliveryState.FAILED, now, problem);
        Followers.areDue(rows(due), due.id(), now);
    }

    @Override
    public OutboxStatistics statistics() {
        Map<DeliveryState, Object[]> rows = entities.createQuery(STATISTICS, Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (DeliveryState) row[0], row -> row));
        return new OutboxStatistics(
                count(rows.get(DeliveryState.WAITING)),
                count(rows.get(DeliveryState.FAILED)),
                Optional.ofNullable(rows.get(DeliveryState.WAITING)).map(row -> Instant.ofEpochMilli((Long) row[2])));
    }

    @Override
    public int forget(Instant endedBefore) {
        return entities.createQuery("delete from AtriumOutbox o where o.ended < :before")
                .setParameter("before", endedBefore.toEpochMilli())
                .executeUpdate();
    }

    private RealmRows rows(DueMessage due) {
        return new RealmRows(entities, due.realmId());
    }

    private Query change(String statement, MessageId id) {
        return entities.createQuery(statement).setParameter("id", id.value());
    }

    private static void end(Query query, DeliveryState state, Instant now, @Nullable String problem) {
        query.setParameter("state", state)
                .setParameter("now", now.toEpochMilli())
                .setParameter("problem", problem)
                .executeUpdate();
    }

    private static long count(Object @Nullable [] row) {
        return row == null ? 0 : (Long) row[1];
    }
}
