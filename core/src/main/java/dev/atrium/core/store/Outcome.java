package dev.atrium.core.store;

/** How a change to a store ended. A broken database is none of these: it is an exception. */
public enum Outcome {
    DONE,
    /** There is nothing with that id in this realm. */
    NOT_FOUND,
    /** Something else has the name, external id or profile that must be unique. */
    TAKEN,
    /** Something else still points to it. */
    IN_USE
}
