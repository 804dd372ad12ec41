package dev.atrium.eventlisteners.template;

import dev.atrium.eventlisteners.template.HtmlPlace.Mode;
import dev.atrium.eventlisteners.template.HtmlPlace.Open;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Follows HTML character by character, as browsers do: section 13.2.5 of the HTML standard, less what mails lack. */
final class HtmlTags {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(https?://|mailto:|tel:|cid:|#|\uFFFC).*|", Pattern.DOTALL);

    /** What follows one tag costs as much as there are elements around it. */
    static final int MOST_OPEN = 100;

    private int bracket;

    /** The place behind this character. */
    HtmlPlace after(HtmlPlace place, char c, int at) {
        return switch (place.mode()) {
            case TEXT -> c == '<' ? bracket(place, at) : place;
            case BRACKET -> behindBracket(place, c);
            case TAG_NAME -> isName(c) ? place.named(Mode.TAG_NAME, place.tag() + lower(c)) : inTag(named(place), c);
            case IN_TAG -> inTag(place, c);
            case ATTRIBUTE_NAME -> attributeName(place, c);
            case BEHIND_ATTRIBUTE -> isBlank(c) ? place : c == '=' ? place.in(Mode.BEFORE_VALUE) : inTag(place, c);
            case BEFORE_VALUE -> beforeValue(place, c);
            case DOUBLE_QUOTES -> c == '"' ? valueEnds(place) : seeing(place, c);
            case SINGLE_QUOTES -> c == '\'' ? valueEnds(place) : seeing(place, c);
            case WITHOUT_QUOTES -> isBlank(c) || c == '>' ? inTag(valueEnds(place), c) : seeing(place, c);
            case DECLARATION -> declaration(place, c);
            case COMMENT -> comment(place, c);
            case RAW -> raw(place, c, at);
        };
    }

    private HtmlPlace bracket(HtmlPlace place, int at) {
        bracket = at;
        return place.named(Mode.BRACKET, "");
    }

    private HtmlPlace behindBracket(HtmlPlace place, char c) {
        if (isLetter(c)) {
            return place.named(Mode.TAG_NAME, place.tag() + lower(c));
        }
        if (c == '/' && place.tag().isEmpty()) {
            return place.named(Mode.BRACKET, "/");
        }
        if (c == '!' && place.tag().isEmpty()) {
            return place.named(Mode.DECLARATION, "!");
        }
        throw new Unfit(bracket, "A tag must begin here; write &lt; for the character <.");
    }

    private HtmlPlace named(HtmlPlace place) {
        String element = place.tag().replace("/", "");
        if (!HtmlElements.isKnown(element)) {
            throw new Unfit(bracket, "The element " + element + " may not be used in a mail.");
        }
        return place;
    }

    private HtmlPlace inTag(HtmlPlace place, char c) {
        if (c == '>') {
            return place.tag().startsWith("/") ? closed(place, place.tag().substring(1)) : opened(place);
        }
        return isBlank(c)
                ? place.attribute(Mode.IN_TAG, "")
                : c == '/' ? place.attribute(Mode.IN_TAG, "/") : place.attribute(Mode.ATTRIBUTE_NAME, lower(c));
    }

    private HtmlPlace attributeName(HtmlPlace place, char c) {
        if (c == '=' || c == '>' || c == '/' || isBlank(c)) {
            if (HtmlElements.isDangerous(place.attribute())) {
                throw new Unfit(bracket, "The attribute " + place.attribute() + " may not be used in a mail.");
            }
            return c == '='
                    ? place.in(Mode.BEFORE_VALUE)
                    : isBlank(c) ? place.in(Mode.BEHIND_ATTRIBUTE) : inTag(place, c);
        }
        return place.attribute(Mode.ATTRIBUTE_NAME, place.attribute() + lower(c));
    }

    private HtmlPlace beforeValue(HtmlPlace place, char c) {
        return switch (c) {
            case '"' -> place.nothingSeen(Mode.DOUBLE_QUOTES);
            case '\'' -> place.nothingSeen(Mode.SINGLE_QUOTES);
            case '>' -> inTag(place, c);
            default -> isBlank(c) ? place : seeing(place.nothingSeen(Mode.WITHOUT_QUOTES), c);
        };
    }

    /** Of an address, only how it begins matters. */
    private static HtmlPlace seeing(HtmlPlace place, char c) {
        if (!HtmlElements.isLink(place.attribute()) || place.seen().equals(HtmlPlace.ADDRESS)) {
            return place;
        }
        HtmlPlace next = place.sees(c);
        return isAddress(next) && !next.seen().isBlank() ? next.inAddress() : next;
    }

    private static boolean isAddress(HtmlPlace place) {
        return ADDRESS.matcher(place.seen().strip()).matches();
    }

    private HtmlPlace valueEnds(HtmlPlace place) {
        if (HtmlElements.isLink(place.attribute()) && !isAddress(place)) {
            throw new Unfit(
                    bracket,
                    "The address in " + place.attribute()
                            + " must begin with https://, http://, mailto:, tel:, cid: or #.");
        }
        return place.attribute(Mode.IN_TAG, "");
    }

    private HtmlPlace opened(HtmlPlace place) {
        String element = place.tag();
        if (HtmlElements.isRaw(element)) {
            return place.named(Mode.RAW, element);
        }
        boolean hasContent = !HtmlElements.isVoid(element) && !place.attribute().equals("/");
        if (hasContent && place.open().size() >= MOST_OPEN) {
            throw new Unfit(
                    bracket, "More than " + MOST_OPEN + " elements are open here; end some, such as each p with </p>.");
        }
        return place.text(hasContent ? place.with(element, bracket) : place.open());
    }

    /** Elements whose end may miss end with the one around them. */
    private HtmlPlace closed(HtmlPlace place, String element) {
        List<Open> open = place.open();
        for (int last = open.size() - 1; last >= 0; last--) {
            if (open.get(last).element().equals(element)) {
                return place.text(List.copyOf(open.subList(0, last)));
            }
            if (!HtmlElements.endMayMiss(open.get(last).element())) {
                throw new Unfit(
                        bracket,
                        "This closes " + element + " while <" + open.get(last).element() + "> is still open.");
            }
        }
        throw new Unfit(bracket, "There is no <" + element + "> that this closes.");
    }

    private static HtmlPlace declaration(HtmlPlace place, char c) {
        if (c == '>') {
            return place.text(place.open());
        }
        String seen = place.seen() + c;
        return seen.equals("--") ? place.in(Mode.COMMENT).sees(c) : place.sees(c);
    }

    /** What the brackets of conditional comments hold is a comment too. */
    private static HtmlPlace comment(HtmlPlace place, char c) {
        boolean ends = c == '>' && (place.seen().endsWith("--") || place.seen().endsWith("--!"));
        if (ends) {
            return place.text(place.open());
        }
        return c == '-' || c == '!' ? place.sees(c) : place.nothingSeen(Mode.COMMENT);
    }

    private HtmlPlace raw(HtmlPlace place, char c, int at) {
        String end = "</" + place.tag();
        if (place.seen().equals(end) && (isBlank(c) || c == '>' || c == '/')) {
            bracket = at - end.length();
            return c == '>' ? place.text(place.open()) : place.named(Mode.DECLARATION, "!");
        }
        if (c == '<') {
            return place.nothingSeen(Mode.RAW).sees(c);
        }
        boolean maybeEnd = !place.seen().isEmpty() && place.seen().length() < end.length();
        return maybeEnd ? place.sees(Character.toLowerCase(c)) : place.nothingSeen(Mode.RAW);
    }

    private static boolean isName(char c) {
        return !isBlank(c) && c != '>' && c != '/';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private static String lower(char c) {
        return String.valueOf(c).toLowerCase(Locale.ROOT);
    }
}
