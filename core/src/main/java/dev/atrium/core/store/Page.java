package dev.atrium.core.store;

import java.util.Optional;

/**
 * A part of a list.
 *
 * @param first how many to skip, from 0; what is skipped is read all the same
 * @param max how many to give at most, from 1 to {@value #MOST}
 * @param after the id of what the part comes after; empty for the beginning. Nothing before it is read, and where it is
 *     gone the part is empty
 */
public record Page(int first, int max, Optional<String> after) {
    public static final int MOST = 1000;

    /** As far as others may skip, and lists are counted. */
    public static final int FURTHEST = 10_000;

    public Page {
        if (first < 0 || max < 1 || max > MOST) {
            throw new IllegalArgumentException("not a page of 1 to " + MOST);
        }
    }

    public Page(int first, int max) {
        this(first, max, Optional.empty());
    }
}
