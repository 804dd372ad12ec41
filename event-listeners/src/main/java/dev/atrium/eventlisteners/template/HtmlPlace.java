package dev.atrium.eventlisteners.template;

import java.util.List;
import java.util.stream.Stream;

/**
 * A place in HTML.
 *
 * @param tag the name of the tag one is in, with a slash before that of an end tag
 * @param attribute the attribute one is in
 * @param seen how the value of that attribute begins, or how a comment or a style may be about to end
 * @param open the elements around, innermost last
 */
record HtmlPlace(Mode mode, String tag, String attribute, String seen, List<Open> open) {
    private static final int MOST_SEEN = 30;

    enum Mode {
        TEXT,
        /** Behind an opening angle bracket. */
        BRACKET,
        TAG_NAME,
        IN_TAG,
        ATTRIBUTE_NAME,
        BEHIND_ATTRIBUTE,
        BEFORE_VALUE,
        DOUBLE_QUOTES,
        SINGLE_QUOTES,
        WITHOUT_QUOTES,
        DECLARATION,
        COMMENT,
        /** In an element without tags. */
        RAW
    }

    /** An element and where it was opened. */
    record Open(String element, int offset) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Open that && element.equals(that.element);
        }

        @Override
        public int hashCode() {
            return element.hashCode();
        }
    }

    /** Seen of a value that begins as an address must. */
    static final String ADDRESS = "\uFFFC";

    static final HtmlPlace START = new HtmlPlace(Mode.TEXT, "", "", "", List.of());

    HtmlPlace in(Mode next) {
        return new HtmlPlace(next, tag, attribute, seen, open);
    }

    HtmlPlace inAddress() {
        return new HtmlPlace(mode, tag, attribute, ADDRESS, open);
    }

    HtmlPlace nothingSeen(Mode next) {
        return new HtmlPlace(next, tag, attribute, "", open);
    }

    HtmlPlace text(List<Open> around) {
        return new HtmlPlace(Mode.TEXT, "", "", "", around);
    }

    HtmlPlace named(Mode next, String name) {
        return new HtmlPlace(next, cut(name), "", "", open);
    }

    HtmlPlace attribute(Mode next, String name) {
        return new HtmlPlace(next, tag, cut(name), "", open);
    }

    /** The first characters are remembered. */
    HtmlPlace sees(char c) {
        return seen.length() >= MOST_SEEN ? this : new HtmlPlace(mode, tag, attribute, seen + c, open);
    }

    List<Open> with(String element, int offset) {
        return Stream.concat(open.stream(), Stream.of(new Open(element, offset)))
                .toList();
    }

    private static String cut(String name) {
        return name.length() <= MOST_SEEN ? name : name.substring(0, MOST_SEEN);
    }
}
