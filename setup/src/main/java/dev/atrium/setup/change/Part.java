package dev.atrium.setup.change;

import java.util.Set;

/** One part of what a realm needs. */
public interface Part {
    /** The kinds of entries that this part takes back. */
    Set<Kind> kinds();

    /** Adds to the draft what the realm lacks; changes nothing. */
    void plan(Draft draft);

    /** Takes back what an entry tells of, unless somebody uses it or has changed it. */
    Undone undo(Entry entry);
}
