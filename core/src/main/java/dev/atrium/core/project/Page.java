package dev.atrium.core.project;

/**
 * A part of a list.
 *
 * @param first how many to skip, from 0
 * @param max how many to give at most, from 1 to {@value #MOST}
 */
public record Page(int first, int max) {
    public static final int MOST = 1000;

    public Page {
        if (first < 0 || max < 1 || max > MOST) {
            throw new IllegalArgumentException("not a page of 1 to " + MOST);
        }
    }
}
