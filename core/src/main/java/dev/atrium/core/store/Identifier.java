package dev.atrium.core.store;

/** What every id has in common: it is there, it fits its column and it holds no blanks. */
public final class Identifier {
    private Identifier() {}

    public static void check(String value, int longest) {
        if (value.isEmpty() || value.length() > longest || value.chars().anyMatch(c -> c <= ' ' || c == 0x7F)) {
            throw new IllegalArgumentException("not an id of 1 to " + longest + " characters");
        }
    }
}
