package dev.atrium.eventlisteners.template;

import java.util.Set;

/** The elements of HTML a mail may have: those that lay out and link; none that runs, loads or asks. */
final class HtmlElements {
    private static final Set<String> WITHOUT_END = Set.of("br", "col", "hr", "img", "meta", "wbr");
    private static final Set<String> END_MAY_MISS = Set.of(
            "body", "colgroup", "dd", "dt", "head", "html", "li", "p", "tbody", "td", "tfoot", "th", "thead", "tr");
    private static final Set<String> OTHERS = Set.of(
            "a",
            "abbr",
            "address",
            "article",
            "aside",
            "b",
            "bdi",
            "bdo",
            "big",
            "blockquote",
            "caption",
            "center",
            "cite",
            "code",
            "del",
            "div",
            "dl",
            "em",
            "figcaption",
            "figure",
            "font",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "i",
            "ins",
            "kbd",
            "main",
            "mark",
            "nav",
            "ol",
            "pre",
            "q",
            "s",
            "samp",
            "section",
            "small",
            "span",
            "strong",
            "style",
            "sub",
            "sup",
            "table",
            "time",
            "title",
            "tt",
            "u",
            "ul");
    private static final Set<String> RAW = Set.of("style", "title");
    private static final Set<String> LINKS = Set.of("href", "src", "background", "cite");
    private static final Set<String> DANGEROUS = Set.of("srcdoc", "formaction", "srcset", "xlink:href");

    private HtmlElements() {}

    static boolean isKnown(String element) {
        return WITHOUT_END.contains(element) || END_MAY_MISS.contains(element) || OTHERS.contains(element);
    }

    /** Whether it has neither content nor end. */
    static boolean isVoid(String element) {
        return WITHOUT_END.contains(element);
    }

    static boolean endMayMiss(String element) {
        return END_MAY_MISS.contains(element);
    }

    /** Whether there are no tags in it. */
    static boolean isRaw(String element) {
        return RAW.contains(element);
    }

    static boolean isLink(String attribute) {
        return LINKS.contains(attribute);
    }

    /** Whether it could run something. */
    static boolean isDangerous(String attribute) {
        return attribute.startsWith("on") || DANGEROUS.contains(attribute);
    }
}
