package dev.atrium.eventlisteners.template;

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

    @Property
    void a_value_is_escaped_in_html(@ForAll("values") String value) {
        String written =
                Templates.writtenHtml("<p title=\"${name}\" lang='${name}'>${name}</p>", Map.of("name", value));
        String escaped = value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
        assertThat(written).isEqualTo("<p title=\"" + escaped + "\" lang='" + escaped + "'>" + escaped + "</p>");
    }

    @Property(tries = 20_000)
    void whatever_is_written_is_either_refused_or_can_be_sent(@ForAll("templates") String source) {
        OwnTemplate template = Templates.own(new MailTemplate("Hello", source, Optional.of(source)));
        boolean refused = !template.problems().isEmpty();
        try {
            String html = template.write(
                            Locale.ENGLISH, Map.of("name", "<i>", "words", "\"' onload=x", "link", "https://x"))
                    .html()
                    .orElseThrow();
            assertThat(refused).isFalse();
            assertThat(html).doesNotContain("<i>", "\"' onload");
        } catch (UnusableTemplate unusable) {
            assertThat(refused).as(source + ": " + unusable.getMessage()).isTrue();
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
}
