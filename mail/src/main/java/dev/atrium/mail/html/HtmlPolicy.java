package dev.atrium.mail.html;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The HTML that mails need: it lays out, links and shows pictures; none of it runs, asks or loads anything else. */
final class HtmlPolicy {
    private static final String[] LAYOUT = {
        "html",
        "body",
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "div",
        "dl",
        "dt",
        "dd",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "ul"
    };
    private static final String[] TABLES = {
        "table", "caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"
    };
    private static final String[] WORDS = {
        "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark",
        "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "wbr"
    };
    private static final String[] STYLES = {
        "background-color",
        "border",
        "border-bottom",
        "border-collapse",
        "border-color",
        "border-left",
        "border-radius",
        "border-right",
        "border-spacing",
        "border-style",
        "border-top",
        "border-width",
        "color",
        "direction",
        "font",
        "font-family",
        "font-size",
        "font-style",
        "font-variant",
        "font-weight",
        "height",
        "letter-spacing",
        "line-height",
        "list-style",
        "list-style-position",
        "list-style-type",
        "margin",
        "margin-bottom",
        "margin-left",
        "margin-right",
        "margin-top",
        "max-height",
        "max-width",
        "min-height",
        "min-width",
        "padding",
        "padding-bottom",
        "padding-left",
        "padding-right",
        "padding-top",
        "table-layout",
        "text-align",
        "text-decoration",
        "text-indent",
        "text-transform",
        "vertical-align",
        "white-space",
        "width",
        "word-spacing",
        "word-wrap"
    };
    private static final Pattern LENGTH = Pattern.compile("\\d{1,4}(?:px|%)?");
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{3,8}|[A-Za-z]{3,20}");
    private static final Pattern PICTURE = Pattern.compile("https://.+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TARGET =
            Pattern.compile("(?:https?|mailto|tel):.+|#.*|once[0-9a-f]{32}", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Elements of which the words within go on with those around. */
    static final Set<String> WITHIN_WORDS = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd",
            "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "wbr");

    static final PolicyFactory FACTORY = new HtmlPolicyBuilder()
            .allowElements(LAYOUT)
            .allowElements(TABLES)
            .allowElements(WORDS)
            .allowElements("img")
            .allowWithoutAttributes("a", "font", "span")
            .allowUrlProtocols("https", "http", "mailto", "tel")
            .allowAttributes("href")
            .matching(TARGET)
            .onElements("a")
            .allowAttributes("target")
            .matching(true, "_blank")
            .onElements("a")
            .allowAttributes("src")
            .matching(PICTURE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("title", "lang")
            .globally()
            .allowAttributes("dir")
            .matching(true, "ltr", "rtl", "auto")
            .globally()
            .allowAttributes("align")
            .matching(true, "left", "right", "center", "justify")
            .globally()
            .allowAttributes("valign")
            .matching(true, "top", "middle", "bottom", "baseline")
            .onElements(TABLES)
            .allowAttributes("role")
            .matching(true, "presentation", "none", "article")
            .globally()
            .allowAttributes("aria-hidden")
            .matching(true, "true", "false")
            .globally()
            .allowAttributes("aria-label")
            .globally()
            .allowAttributes("width", "height")
            .matching(LENGTH)
            .onElements("table", "td", "th", "tr", "col", "colgroup", "img", "hr")
            .allowAttributes("bgcolor")
            .matching(COLOUR)
            .onElements("body", "table", "td", "th", "tr")
            .allowAttributes("border", "cellpadding", "cellspacing")
            .matching(LENGTH)
            .onElements("table", "img")
            .allowAttributes("colspan", "rowspan", "span")
            .matching(LENGTH)
            .onElements("td", "th", "col", "colgroup")
            .allowAttributes("scope")
            .matching(true, "row", "col", "rowgroup", "colgroup")
            .onElements("th")
            .allowAttributes("color")
            .matching(COLOUR)
            .onElements("font")
            .allowAttributes("face")
            .matching(Pattern.compile("[\\w ,'-]{1,200}"))
            .onElements("font")
            .allowAttributes("size")
            .matching(Pattern.compile("[+-]?\\d"))
            .onElements("font")
            .allowAttributes("start", "value")
            .matching(LENGTH)
            .onElements("ol", "li")
            .allowAttributes("type")
            .matching(Pattern.compile("[1aAiI]|disc|circle|square"))
            .onElements("ol", "ul", "li")
            .allowAttributes("datetime")
            .matching(Pattern.compile("[\\w:.+ -]{1,40}"))
            .onElements("time")
            .allowStyling(CssSchema.withProperties(List.of(STYLES)))
            .toFactory();

    private HtmlPolicy() {}
}
