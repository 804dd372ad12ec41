package dev.atrium.eventlisteners.template;

import java.util.List;

/** What stands around the values and conditions of a template, told in the order in which it is written. */
interface Surroundings {
    /** Of plain text, in which a value may stand anywhere. */
    Surroundings ANY = new Surroundings() {
        @Override
        public void text(int from, int to) {}

        @Override
        public void value(int from, int to, List<String> variables) {}

        @Override
        public void choice() {}

        @Override
        public void alternative(int offset) {}

        @Override
        public void chosen(int offset, boolean exhaustive) {}

        @Override
        public void end() {}
    };

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
