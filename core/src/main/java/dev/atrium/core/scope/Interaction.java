package dev.atrium.core.scope;

/** A class of FHIR interactions, in the order in which SMART writes their letters: {@code cruds}. */
public enum Interaction {
    /** Type level create. */
    CREATE('c'),
    /** Read, version read and the history of an instance. */
    READ('r'),
    /** Update, also as create, and patch. */
    UPDATE('u'),
    DELETE('d'),
    /** Search and the history of a type or of the system. */
    SEARCH('s');

    private final char letter;

    Interaction(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }
}
