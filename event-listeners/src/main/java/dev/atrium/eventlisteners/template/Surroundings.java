package dev.atrium.eventlisteners.template;

import java.util.List;

/** What stands around the values and conditions of a template, told in the order in which it is written. */
interface Surroundings {
    void text(int from, int to);

    /**
     * A value that is printed.
     *
     * @param variables those it is made of
     */
    void value(int from, int to, List<String> variables);

    /** From here on it depends. */
    void choice();

    /** This, or what came since the {@link #choice} or the alternative before. */
    void alternative(int offset);

    /**
     * The alternatives come together again.
     *
     * @param exhaustive whether one of them is always taken
     */
    void chosen(int offset, boolean exhaustive);

    void end();
}
