package dev.atrium.core.search;

/** The letters and digits of scopes and search parameters, which are ASCII's, whatever Unicode has besides. */
public final class Ascii {
    private Ascii() {}

    public static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
