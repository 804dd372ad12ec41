package dev.atrium.mail.template;

import static dev.atrium.mail.template.Templates.problems;
import static dev.atrium.mail.template.Templates.written;
import static dev.atrium.mail.template.Templates.writtenHtml;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an own template may say, and what it is told when it says something else. */
class CustomTemplateTest {
    private static final Map<String, String> ANN = Map.of("name", "Ann", "link", "https://example.org/a?b=c&d=e");

    @Nested
    class Given_a_template_that_may_be_used {
        @Test
        void puts_values_in_their_place() {
            assertThat(written("Hello ${name}, open ${link}.", ANN))
                    .isEqualTo("Hello Ann, open https://example.org/a?b=c&d=e.");
        }

        @Test
        void says_nothing_for_a_value_that_is_not_there() {
            assertThat(written("[${words}]", ANN)).isEqualTo("[]");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '~',
                value = {
                    "<#if name?has_content>A<#else>B</#if> ~ A",
                    "<#if words?has_content>A<#else>B</#if> ~ B",
                    "<#if words?has_content>A<#elseif name == \"Ann\">B<#else>C</#if> ~ B",
                    "<#if !(name == 'Ann') || name != 'Ann'>A<#else>B</#if> ~ B",
                    "<#if name?starts_with('A') && name?ends_with(\"n\")>A</#if> ~ A",
                    "${(name == 'Ann')?then(\"yes\", 'no')} ~ yes",
                    "${name?upper_case + '!' + name?lower_case} ~ ANN!ann",
                    "${'  a b '?trim?cap_first}${'A'?uncap_first}${'a b'?capitalize} ~ A baA B",
                    "${'a/b?c'?url} ~ a%2Fb%3Fc",
                    "${words?has_content?then(words, \"none\")} ~ none",
                    "<#-- ${nothing} <#list> -->A ~ A",
                    "$5 #{name} [#if] [=name] {name} < 3 ~ $5 #{name} [#if] [=name] {name} < 3",
                })
        void knows_choices_and_a_few_built_ins(String template, String expected) {
            assertThat(written(template, ANN)).isEqualTo(expected);
        }

        @Test
        void html_may_be_as_mails_have_it() {
            String html = """
                    <!DOCTYPE html>
                    <html lang="en">
                    <body bgcolor=#ffffff><!--[if mso]><v:rect title="${name}"><![endif]-->
                    <table role="presentation" width='100%' cellpadding="0"><tr><td style="color: #FFF; background-color: ${colour}">
                    <img src="${logoUrl}" alt="${name}">
                    <p>Hello ${name}<br/>how are you?<p>1 &lt; 2
                    <#if words?has_content><blockquote>${words}</blockquote><#else><hr></#if>
                    <a href="<#if words?has_content>${link}<#else>https://example.org/?u=${name?url}</#if>">Open</a>
                    <img src="https://example.org/logo.png" alt="<#if name == 'Ann'>one<#else>another</#if>">
                    </td></tr></table></body></html>
                    """;
            assertThat(problems(Templates.html(html))).isEmpty();
            Document written = Jsoup.parse(
                    writtenHtml(html, Map.of("name", "<Ann>", "colour", "#123456", "link", "https://x.example")));
            assertThat(written.text()).contains("Hello <Ann>", "1 < 2");
            assertThat(written.select("td").attr("style")).isEqualTo("color:#fff;background-color:#123456");
            assertThat(written.select("a").attr("href")).isEqualTo("https://example.org/?u=%3CAnn%3E");
            assertThat(written.select("img").eachAttr("alt")).containsExactly("another");
        }

        @Test
        void html_is_written_anew() {
            assertThat(writtenHtml("<P>Hello<BR><b>${name}<i>!", ANN))
                    .isEqualTo("<p>Hello<br /><b>Ann<i>!</i></b></p>");
        }
    }

    @Nested
    class Given_a_template_with_a_mistake {
        @Test
        void says_where_a_variable_is_unknown() {
            assertThat(problems(Templates.text("Hello\n  ${nam}")))
                    .containsExactly(
                            "2:5 There is no variable nam in this mail; the variables are: code, colour, link, logoUrl, name, words.");
        }

        @Test
        void says_all_unknown_variables_at_once() {
            assertThat(problems(Templates.text("${a} ${b}"))).hasSize(2);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "A<#if name?has_content>B | 1:2 ",
                    "A</#if> | 1:2 ",
                    "A<#else> | 1:2 ",
                    "Hello ${name | 1:12 ",
                    "Hello ${name, name} | 1:13 ",
                    "<#-- a | 1:1 ",
                    "${'a} | 1:6 ",
                    "<#if name>A</#if> | 1:6 ",
                    "${name == 'a'} | 1:1 ",
                    "${} | 1:3 ",
                    "<#if true>A<#else>B<#else>C</#if> | 1:20 ",
                    "${name!} | 1:7 ",
                    "${name??} | 1:7 ",
                    "${name?html} | 1:8 ",
                    "<#list name as x>x</#list> | 1:1 ",
                    "${r'x'} | 1:3 ",
                })
        void says_where_something_is_not_closed_or_does_not_fit(String template, String place) {
            assertThat(problems(Templates.text(template)).get(0)).startsWith(place);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "<form>x</form> | <form> is removed from the mail.",
                    "<p class='x'>x</p> | The class of this <p> is removed from the mail.",
                    "<p style='color: red; float: left'>x</p> | Part of the style of this <p> is removed from the mail.",
                    "<a href='/x'>x</a> | The href of an <a> must be ${link}, or begin with https://, http://, mailto:,"
                            + " tel: or #.",
                    "<img src='http://x.example/'> | The src of an <img> must begin with https://.",
                    "<#if words?has_content><#else><form></form></#if> | <form> is removed from the mail.",
                })
        void says_what_of_its_html_would_not_be_sent(String template, String problem) {
            assertThat(problems(Templates.html(template))).containsExactly(problem);
        }

        @Test
        void says_where_it_is_too_long() {
            assertThat(problems(Templates.text("ä\n".repeat(30_000))))
                    .containsExactly("21334:1 This is too long: the limit is 64000 bytes, which is reached here.");
        }

        @Test
        void a_subject_is_shorter() {
            assertThat(problems(Templates.subject("a".repeat(1_001))))
                    .containsExactly("1:1001 This is too long: the limit is 1000 bytes, which is reached here.");
        }
    }
}
