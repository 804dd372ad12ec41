package dev.atrium.support.store;

import java.time.Instant;
import java.util.Set;

/** What is looked for now and then in all realms, mostly in vain: one statement each, however many realms there are. */
public interface Housekeeping {
    /** Ids of the realms with pending invitations whose time is over. */
    Set<String> realmsWithOverdueInvitations(Instant now);

    /** Deletes invitations that ended before. */
    void forgetInvitations(Instant endedBefore);

    /** Deletes calls to hooks that came before. */
    void forgetHookCalls(Instant receivedBefore);
}
