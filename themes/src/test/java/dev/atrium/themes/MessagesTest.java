package dev.atrium.themes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
    private static final Map<String, String> KEYCLOAKS = ThemeFiles.BASE.messages("en");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /** Every language, in each of the two places where words are. */
    static List<Arguments> words() {
        return ThemeFiles.LANGUAGES.stream()
                .flatMap(language ->
                        Stream.of(ThemeFiles.EVERY, ThemeFiles.ATRIUM).map(files -> arguments(files, language)))
                .toList();
    }

    /** A page that is half in one language and half in another is no help. */
    @ParameterizedTest
    @MethodSource("words")
    void every_language_says_the_same_things(ThemeFiles files, String language) {
        assertThat(own(files, language)).containsOnlyKeys(files.messages("en").keySet());
    }

    @ParameterizedTest
    @MethodSource("words")
    void every_language_fills_in_the_same_parameters(ThemeFiles files, String language) {
        Map<String, String> english = files.messages("en");
        assertThat(own(files, language))
                .allSatisfy((key, text) -> assertThat(parameters(text))
                        .as("parameters of %s", key)
                        .isEqualTo(parameters(english.get(key))));
    }

    @ParameterizedTest
    @MethodSource("words")
    void no_sentence_is_left_in_english(ThemeFiles files, String language) {
        Map<String, String> english = files.messages("en");
        assertThat(language.equals("en") ? Map.<String, String>of() : own(files, language))
                .allSatisfy((key, text) -> assertThat(isSentence(text) && text.equals(english.get(key)))
                        .as(key)
                        .isFalse());
    }

    @Test
    void the_theme_offers_every_language() {
        assertThat(ThemeFiles.ATRIUM.offered())
                .extracting(language -> language.equals("zh-CN") ? "zh_Hans" : language.replace('-', '_'))
                .containsExactlyInAnyOrderElementsOf(ThemeFiles.LANGUAGES);
    }

    @ParameterizedTest
    @MethodSource("words")
    void every_message_is_something_to_read(ThemeFiles files, String language) {
        assertThat(files.messages(language))
                .allSatisfy((key, text) -> assertThat(format(text)).as(key).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("words")
    void no_apostrophe_is_lost(ThemeFiles files, String language) {
        assertThat(files.messages(language))
                .allSatisfy((key, text) ->
                        assertThat(text.replace("''", "")).as(key).doesNotContain("'"));
    }

    @Test
    void words_of_keycloak_are_replaced_in_the_theme_only() {
        assertThat(ThemeFiles.EVERY.messages("en").keySet()).doesNotContainAnyElementsOf(KEYCLOAKS.keySet());
    }

    @Test
    void words_of_keycloak_are_only_replaced_where_it_has_them() {
        assertThat(KEYCLOAKS.keySet())
                .containsAll(ThemeFiles.ATRIUM.messages("en").keySet().stream()
                        .filter(key -> !key.startsWith("atrium."))
                        .toList());
    }

    @Test
    void no_message_stands_in_both_places() {
        assertThat(ThemeFiles.EVERY.messages("en").keySet())
                .doesNotContainAnyElementsOf(ThemeFiles.ATRIUM.messages("en").keySet());
    }

    @Test
    void every_message_of_a_template_exists() {
        assertKnown(ThemeFiles.ATRIUM.templates(), ThemeFiles.EVERY, ThemeFiles.ATRIUM);
    }

    @Test
    void every_message_of_a_template_for_all_themes_exists_in_all_themes() {
        assertKnown(ThemeFiles.EVERY.templates(), ThemeFiles.EVERY);
    }

    /** Without what a language says in Keycloak's place: see {@link KeycloakWordsTest}. */
    private static Map<String, String> own(ThemeFiles files, String language) {
        Set<String> english = files.messages("en").keySet();
        Map<String, String> found = new TreeMap<>(files.messages(language));
        found.keySet().removeIf(key -> !english.contains(key) && KEYCLOAKS.containsKey(key));
        return found;
    }

    private static boolean isSentence(String text) {
        return WORD.matcher(text).results().count() > 2;
    }

    private static void assertKnown(List<Path> templates, ThemeFiles... themes) {
        Set<String> known = new HashSet<>(KEYCLOAKS.keySet());
        Stream.of(themes).forEach(theme -> known.addAll(theme.messages("en").keySet()));
        assertThat(templates)
                .isNotEmpty()
                .allSatisfy(template -> assertThat(known)
                        .as("messages of %s", template)
                        .containsAll(Templates.messageKeys(ThemeFiles.text(template))))
                .allSatisfy(template -> assertThat(Templates.messageFamilies(ThemeFiles.text(template)))
                        .as("families of messages of %s", template)
                        .allMatch(family -> known.stream().anyMatch(key -> key.startsWith(family))));
    }

    static int parameters(String text) {
        return new MessageFormat(plain(text), Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static String format(String text) {
        return new MessageFormat(plain(text), Locale.ROOT).format(new Object[] {"one", "two"});
    }

    /** Keycloak fills in names such as {@code ${kc.org.name}} before it takes the text for a pattern. */
    private static String plain(String text) {
        return text.replaceAll("\\$\\{[^}]*}", "");
    }
}
