package dev.atrium.core.hook;

import dev.atrium.core.store.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The calls that came to the hooks of one realm.
 *
 * <p>A call is carried out once: to keep a second one with the same id as done fails the transaction. Each method is one
 * step of the transaction it is called in.
 */
public interface HookCallStore {
    void add(HookCall call);

    /** The call with this id of the sender's that was carried out. */
    Optional<HookCall> done(HookId hook, CallId call);

    /** The calls to a hook, newest first. */
    List<HookCall> list(HookId hook, Page page);

    /** How many there are; beyond {@code most} nobody looks. */
    long count(HookId hook, int most);

    /** How many there are, however many. */
    default long count(HookId hook) {
        return count(hook, Integer.MAX_VALUE);
    }

    /** Whether a call to a hook that was not carried out has come since. */
    boolean refusedSince(HookId hook, Instant since);

    /** Deletes what came to a hook. */
    void remove(HookId hook);
}
