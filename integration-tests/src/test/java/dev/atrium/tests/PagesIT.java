package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("own")
@ExtendWith(AtriumServer.class)
class PagesIT {
    private static final String SCOPE = "openid fhirUser launch/patient patient/*.rs user/*.rs offline_access";
    private static final String FIELDS = "main :is(input, select):not([type=hidden], [readonly])";

    private static final Map<Shown, List<String>> ENGLISH = new ConcurrentHashMap<>();

    /** The pages of a sign-in, and what they are called. */
    enum Shown {
        EMAIL("Sign in to your account", "Bei Ihrem Konto anmelden"),
        PASSWORD("Sign In", "Anmelden"),
        WRONG_PASSWORD("Sign In", "Anmelden"),
        PROFILE("How do you want to go on?", "Wie möchten Sie weitermachen?"),
        SCOPES("SMART app asks for access", "SMART app bittet um Zugriff"),
        REFUSED("You have no access here", "Sie haben hier keinen Zugang");

        private final String english;
        private final String german;

        Shown(String english, String german) {
            this.english = english;
            this.german = german;
        }

        /** Whose page it is: that of the project of the typed address or of the chosen role, as soon as there is one. */
        private String owner() {
            return this == PASSWORD || this == SCOPES ? "Riverside Clinic" : "Atrium";
        }

        Page in(String language) {
            Map<String, String> wishes = Map.of("ui_locales", language, "prompt", "consent");
            Page start = App.SMART_APP.authorize(new Browser(), SCOPE, wishes);
            return switch (this) {
                case EMAIL -> start;
                case PASSWORD -> start.email("alice@riverside.example");
                case WRONG_PASSWORD -> start.email("no-such-person@example.org").password("wrong");
                case PROFILE -> as(start, "bob@example.org");
                case SCOPES -> as(start, "carol@example.org");
                case REFUSED -> as(start, "erin@example.org");
            };
        }

        private static Page as(Page start, String email) {
            return start.email(email).password(Admin.PASSWORD);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_page_says_what_it_is_in_english(Shown shown) {
        Page page = shown.in("en");

        assertThat(page.title()).isEqualTo(shown.english);
        assertThat(page.html().title()).contains("Sign in to " + shown.owner());
        assertThat(page.html().selectFirst("html").attr("lang")).isEqualTo("en");
    }

    @ParameterizedTest
    @EnumSource
    void a_page_says_what_it_is_in_german(Shown shown) {
        Page page = shown.in("de");

        assertThat(page.title()).isEqualTo(shown.german);
        assertThat(page.html().title()).contains("Anmeldung bei " + shown.owner());
        assertThat(page.html().selectFirst("html").attr("lang")).isEqualTo("de");
    }

    @ParameterizedTest
    @CsvSource({"de, ltr", "es, ltr", "fr, ltr", "it, ltr", "pt-BR, ltr", "nl, ltr", "ja, ltr", "zh-CN, ltr", "ar, rtl"
    })
    void every_page_is_in_the_language_that_is_asked_for_and_in_no_other(String language, String direction) {
        assertThat(Shown.values()).allSatisfy(shown -> {
            Document page = shown.in(language).html();

            assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language);
            assertThat(page.selectFirst("html").attr("dir")).isEqualTo(direction);
            assertThat(sentences(page)).isNotEmpty().doesNotContainAnyElementsOf(english(shown));
            assertThat(page.text()).doesNotContain("atrium.");
        });
    }

    @ParameterizedTest
    @EnumSource
    void every_field_to_fill_in_has_a_label(Shown shown) {
        Page page = shown.in("en");

        assertThat(page.html().select(FIELDS))
                .allSatisfy(
                        field -> assertThat(label(page, field)).as("%s", field).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource
    void every_choice_belongs_to_a_group_with_a_legend(Shown shown) {
        assertThat(shown.in("en").html().select("[name=scope]"))
                .allSatisfy(choice -> assertThat(
                                choice.closest("fieldset").select("legend").text())
                        .isNotBlank());
    }

    @ParameterizedTest
    @EnumSource
    void without_scripts_there_is_a_way_to_each_language(Shown shown) {
        assertThat(shown.in("en").html().select("noscript a[lang]").eachAttr("lang"))
                .containsExactlyInAnyOrder("en", "de", "es", "fr", "it", "pt-BR", "nl", "ja", "zh-CN", "ar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ar"})
    void the_identity_provider_of_a_project_goes_on_in_the_same_language(String language) {
        Page there = App.PORTAL
                .authorize(new Browser(), "openid user/*.rs", Map.of("ui_locales", language))
                .email("dave@lakeside.example");

        assertThat(there.html().title()).contains("Lakeside Hospital");
        assertThat(there.html().selectFirst("html").attr("lang")).isEqualTo(language);
    }

    private static List<String> english(Shown shown) {
        return ENGLISH.computeIfAbsent(shown, page -> sentences(page.in("en").html()));
    }

    /** More than a name: names are the same in every language, and so are the words of an admin, which stand in {@code bdi}. */
    private static List<String> sentences(Document page) {
        return page.body().select("*:not(script):not(bdi)").stream()
                .map(Element::ownText)
                .filter(text -> text.split("\\s+").length > 2 || lettersOfNoAlphabet(text) > 8)
                .toList();
    }

    /** Chinese and Japanese have no blanks between words. */
    private static long lettersOfNoAlphabet(String text) {
        return text.codePoints()
                .filter(character -> Character.getType(character) == Character.OTHER_LETTER)
                .count();
    }

    private static String label(Page page, Element field) {
        Element around = field.closest("label");
        return around == null
                ? field.attr("aria-label")
                        + page.html().select("label[for=" + field.id() + "]").text()
                : around.text();
    }
}
