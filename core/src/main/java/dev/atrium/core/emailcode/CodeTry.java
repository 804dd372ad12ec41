package dev.atrium.core.emailcode;

/** What comes of a code that somebody typed. */
public enum CodeTry {
    /** It is the one that was sent. */
    RIGHT,
    /** It is another. */
    WRONG,
    /** The code that was sent is too old, or was used before. */
    EXPIRED,
    /** Nobody compared it: there were as many tries as are allowed, so not even the right one is any good now. */
    SPENT
}
