package dev.atrium.store.jpa;

import dev.atrium.core.outbox.MessageId;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;

/** Messages that wait for an older one to their recipient: as long as that one cannot go, nobody need look at them. */
public final class Followers {
    private static final String YOUNGER = """
            update AtriumOutbox o set o.nextAttempt = :time where o.realmId = :realm and o.recipient = :recipient
            and o.sequence > :sequence and o.state = WAITING and o.taken = false and o.nextAttempt\s""";
    private static final String PLACE =
            "select o.recipient, o.sequence from AtriumOutbox o where o.realmId = :realm and o.id = :id";
    private static final String OLDEST_FOLLOWED_OF = """
            select o.recipient, min(o.sequence) from AtriumOutbox o
            where o.realmId = :realm and o.%s = :id and o.channel = MAIL and o.state = WAITING
            and exists (select 1 from AtriumOutbox f where f.realmId = o.realmId and f.recipient = o.recipient
            and f.state = WAITING and f.taken = false and f.nextAttempt > :now and f.sequence > o.sequence)
            group by o.recipient
            """;

    private Followers() {}

    public static void wait(RealmRows rows, MessageId id, Instant until) {
        places(rows.query(PLACE, Object[].class).setParameter("id", id.value()))
                .forEach(place -> change(rows, YOUNGER + "< :time", place, until));
    }

    public static void areDue(RealmRows rows, MessageId id, Instant now) {
        areDue(rows, places(rows.query(PLACE, Object[].class).setParameter("id", id.value())), now);
    }

    /** Each recipient of waiting mails that are about to be removed, with the oldest of these, if others wait for it. */
    public static List<Place> ofMails(RealmRows rows, String attribute, String id, Instant now) {
        return places(rows.query(OLDEST_FOLLOWED_OF.formatted(attribute), Object[].class)
                .setParameter("id", id)
                .setParameter("now", now.toEpochMilli()));
    }

    public static void areDue(RealmRows rows, List<Place> places, Instant now) {
        places.forEach(place -> change(rows, YOUNGER + "> :time", place, now));
    }

    private static List<Place> places(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> new Place((String) row[0], (Long) row[1]))
                .toList();
    }

    private static void change(RealmRows rows, String statement, Place place, Instant time) {
        rows.change(statement)
                .setParameter("recipient", place.recipient())
                .setParameter("sequence", place.sequence())
                .setParameter("time", time.toEpochMilli())
                .executeUpdate();
    }

    /** Where a message stands among those to its recipient. */
    public record Place(String recipient, long sequence) {}
}
