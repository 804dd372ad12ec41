package dev.atrium.mail.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The HTML of a mail as another parser reads it, by rules of its own. */
final class ReadMail {
    static final String LINK = "https://kc.example/act?key=a.b&c=d";

    private static final Pattern HARMLESS_ELEMENT = Pattern.compile(
            "html|head|body|h[1-6]|a|abbr|address|article|aside|b|bdi|bdo|big|blockquote|br|caption|center|cite|code|col"
                    + "|colgroup|dd|del|div|dl|dt|em|figcaption|figure|font|footer|header|hr|i|img|ins|kbd|li|main|mark|nav"
                    + "|ol|p|pre|q|s|samp|section|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|wbr");
    private static final Pattern HARMLESS_ATTRIBUTE = Pattern.compile(
            "href|src|style|rel|target|title|lang|dir|alt|align|valign|role|aria-hidden|aria-label|width|height|bgcolor"
                    + "|border|cellpadding|cellspacing|colspan|rowspan|span|scope|color|face|size|start|value|type"
                    + "|datetime");
    private static final Pattern STYLE_THAT_LOADS = Pattern.compile("url|import|expression|position|display|/\\*|\\\\");
    private static final Set<String> SCHEMES = Set.of("https", "http", "mailto", "tel");

    private final Document page;

    private ReadMail(String html) {
        page = Jsoup.parse(html);
    }

    /** Nothing of it runs, asks or loads anything but a picture, and the link is where it may be, if anywhere. */
    static void requireHarmless(String html) {
        ReadMail mail = new ReadMail(html);
        mail.page.traverse((node, depth) -> require(node));
    }

    private static void require(Node node) {
        if (node instanceof Element element && !(node instanceof Document)) {
            assertThat(element.tagName()).matches(HARMLESS_ELEMENT);
            element.attributes().forEach(attribute -> require(element, attribute));
        } else if (node instanceof TextNode text && text.getWholeText().contains(LINK)) {
            assertThat(Stream.iterate(text.parent(), Objects::nonNull, Node::parent)
                            .filter(around -> around.nodeName().equals("a")))
                    .allMatch(link -> link.attr("href").equals(LINK));
        }
    }

    private static void require(Element element, Attribute attribute) {
        String value = attribute.getValue();
        assertThat(attribute.getKey()).matches(HARMLESS_ATTRIBUTE);
        switch (attribute.getKey()) {
            case "href" -> {
                assertThat(element.tagName()).isEqualTo("a");
                assertThat(value.startsWith("#") || SCHEMES.contains(value.split(":", 2)[0].toLowerCase(Locale.ROOT)))
                        .as(value)
                        .isTrue();
                assertThat(value.equals(LINK) || !value.contains("key="))
                        .as(value)
                        .isTrue();
            }
            case "src" ->
                assertThat(element.tagName() + value.toLowerCase(Locale.ROOT)).startsWith("imghttps://");
            case "style" -> assertThat(value).doesNotContainPattern(STYLE_THAT_LOADS);
            default -> {}
        }
        if (!attribute.getKey().equals("href")) {
            assertThat(value).doesNotContain("key=a.b", "kc.example");
        }
    }
}
