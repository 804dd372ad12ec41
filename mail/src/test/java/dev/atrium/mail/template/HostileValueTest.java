package dev.atrium.mail.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.mail.MailTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Names and words that hold line breaks, HTML or FreeMarker; and templates put together at random. */
class HostileValueTest {
    private static final List<String> FRAGMENTS = List.of(
            "${",
            "}",
            "name",
            "words",
            "link",
            "<#if ",
            ">",
            "</#if>",
            "<#else>",
            "<#elseif ",
            "true",
            "==",
            "!",
            "+",
            "?",
            "??",
            "upper_case",
            "then",
            "(",
            ")",
            ",",
            "\"",
            "'",
            "\\",
            "<#--",
            "-->",
            "<!--",
            "<a href=",
            "</a>",
            "<b>",
            "</b>",
            "<style>",
            "</style>",
            " ",
            "\n",
            "<",
            "/",
            "=",
            "[",
            "]",
            ".",
            "#{",
            "&&",
            "||",
            "<p ",
            "\"x\"",
            "has_content",
            "x",
            "http://",
            "<#list ",
            "<@",
            "$",
            "#",
            "\u0000",
            "\uD83D\uDE00",
            "\uD83D",
            "-",
            "<script");

    /** What parsers of HTML have disagreed about. */
    private static final List<String> MARKUP = List.of(
            ("<!--|<!--!>|<!---|-->|--!>|\"-->|<![CDATA[|]]>|<?|<!|</|>|<|/>|=|\"|'|`| |\n|\t|\f|\0|x|<b|<b>|</b>|</b a=\""
                            + "|<i title='|<a href=\"|<a href='|<a href=|<a |</a>|${link}|${name}|${words}|href=| title=\""
                            + "|https://evil.example/?l=|javascript:|java|script:|&#106;|&colon;|&Tab;|&lt;|&gt;|&quot;|&amp;"
                            + "|&|<script>|</script>|<script|<style>|</style>|</style a=\"|<img src='https://evil.example/?"
                            + "|<img src=|onerror=x| style=\"|color:|url(|;|}|/*|<svg>|</svg>|<math>|</math>|<mtext>|<mglyph>"
                            + "|<title>|</title>|<textarea>|</textarea>|<noscript>|</noscript>|<xmp>|</xmp>|<iframe>|</iframe>"
                            + "|<noembed>|<noframes>|<plaintext>|<template>|</template>|<select>|<option>|<table>|</table>|<td>"
                            + "|<tr>|<caption>|<p>|</p>|<form>|<base href=|<meta http-equiv=|<foreignObject>|<desc>|<annotation-xml>"
                            + "|\u017Fcript|\u212A|<\u017Fcript>|\uD83D")
                    .split("\\|"));

    @Property
    void a_subject_is_one_line(@ForAll("values") String value) {
        String subject = Templates.write(
                        Templates.subject("Hello ${name}\r\nBcc: all@example.org"), Map.of("name", value))
                .subject();
        assertThat(subject).doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029]");
    }

    @Property
    void a_value_is_text_in_text(@ForAll("values") String value) {
        assertThat(Templates.written("a${name}b", Map.of("name", value))).isEqualTo("a" + value + "b");
    }

    /** Also where a template puts no quotes around it. */
    @Property
    void a_value_changes_nothing_but_words_in_html(@ForAll("values") String value) {
        String html = Templates.writtenHtml(
                "<p title=\"${name}\" lang='${name}'>a${name}b</p><p title=${name} dir=ltr>${name}",
                Map.of("name", value));
        assertThat(Jsoup.parseBodyFragment(html).body().getAllElements())
                .extracting(Element::tagName)
                .containsExactly("body", "p", "p");
        assertThat(Jsoup.parseBodyFragment(html).select("p").get(1).attributes())
                .extracting(Attribute::getKey)
                .isSubsetOf("title", "dir");
    }

    @Property
    void a_value_is_the_same_words_in_html(
            @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 50) String value) {
        Element written = Jsoup.parseBodyFragment(
                        Templates.writtenHtml("<p title=\"${name}\">${name}</p>", Map.of("name", value)))
                .select("p")
                .get(0);
        assertThat(written.wholeText()).isEqualTo(value);
        // The parser keeps { and ` from meaning anything to other template languages and old browsers.
        assertThat(written.attr("title").replace("\u200B", "").strip()).isEqualTo(value.strip());
    }

    @Property(tries = 5_000)
    void whatever_is_written_can_be_sent(@ForAll("templates") String source) {
        requireHarmless(source, Map.of("name", "<i>", "words", "\"' onload=x", "link", ReadMail.LINK));
    }

    @Property(tries = 5_000)
    void whatever_html_is_written_can_be_sent(@ForAll("markup") String source) {
        requireHarmless(source, Map.of("name", "x href=https://y", "words", "-->", "link", ReadMail.LINK));
    }

    private static void requireHarmless(String source, Map<String, String> values) {
        try {
            ReadMail.requireHarmless(Templates.own(new MailTemplate("Hello", "Hello", Optional.of(source)))
                    .write(Locale.ENGLISH, values)
                    .mail()
                    .html()
                    .orElseThrow());
        } catch (TemplateSyntaxException unusable) {
            assertThat(unusable.problem().message()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(50),
                Arbitraries.of(FRAGMENTS).list().ofMaxSize(8).map(parts -> String.join("", parts)),
                Arbitraries.of(
                        "Ann\r\nBcc: all@example.org",
                        "${name}",
                        "<#list 1..9999999999 as x>x</#list>",
                        "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                        "<script>alert(1)</script>",
                        "\"><img src=x onerror=alert(1)>",
                        "\u202Eevil",
                        "\u2028Bcc: x"));
    }

    @Provide
    Arbitrary<String> templates() {
        return Arbitraries.of(FRAGMENTS).list().ofMaxSize(25).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> markup() {
        return Arbitraries.of(MARKUP).list().ofMaxSize(20).map(parts -> String.join("", parts));
    }
}
