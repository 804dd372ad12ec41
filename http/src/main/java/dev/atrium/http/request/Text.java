package dev.atrium.http.request;

/** What a text must be for every database and every page to take it. */
public final class Text {
    private static final int SHOWN = 100;

    private Text() {}

    /** Whether there is no control character and no half of a surrogate pair in it. */
    public static boolean isLine(String text) {
        return text.codePoints().noneMatch(Text::isForbidden);
    }

    /** The same for several lines: tabs and line ends are fine. */
    public static boolean isLines(String text) {
        return text.codePoints().noneMatch(c -> isForbidden(c) && c != '\t' && c != '\n' && c != '\r');
    }

    /** A text from outside, fit to be repeated in a message. */
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(SHOWN).map(c -> isForbidden(c) ? '\uFFFD' : c).forEach(shown::appendCodePoint);
        return text.codePointCount(0, text.length()) > SHOWN ? shown.append('…').toString() : shown.toString();
    }

    private static boolean isForbidden(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
