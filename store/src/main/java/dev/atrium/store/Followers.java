package dev.atrium.store;

import java.time.Instant;

/** Messages that wait for an older one to their recipient: as long as that one cannot go, nobody need look at them. */
final class Followers {
    private static final String OF_ITS_RECIPIENT = """
            update AtriumOutbox o set o.nextAttempt = :time where o.realmId = :realm and o.recipient = :recipient
            and o.state = WAITING and o.taken = false and o.nextAttempt\s""";

    private Followers() {}

    static void wait(RealmRows rows, String recipient, Instant until) {
        change(rows, OF_ITS_RECIPIENT + "< :time", recipient, until);
    }

    static void areDue(RealmRows rows, String recipient, Instant now) {
        change(rows, OF_ITS_RECIPIENT + "> :time", recipient, now);
    }

    private static void change(RealmRows rows, String statement, String recipient, Instant time) {
        rows.change(statement)
                .setParameter("recipient", recipient)
                .setParameter("time", time.toEpochMilli())
                .executeUpdate();
    }
}
