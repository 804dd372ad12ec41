package dev.atrium.mail.html;

/** How many bytes characters take in UTF-8. */
public final class Utf8 {
    private Utf8() {}

    public static int length(char[] characters, int from, int length) {
        int bytes = 0;
        for (int i = from; i < from + length; i++) {
            bytes += length(characters[i]);
        }
        return bytes;
    }

    /** Where a text has more bytes than these; -1 when it does not. */
    public static int exceeds(String text, int most) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            bytes += length(text.charAt(i));
            if (bytes > most) {
                return i;
            }
        }
        return -1;
    }

    /** Either half of a surrogate pair is two of its four bytes. */
    private static int length(char c) {
        return c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
}
