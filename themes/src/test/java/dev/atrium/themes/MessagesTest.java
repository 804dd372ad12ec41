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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
    private static final Map<String, String> KEYCLOAKS = LoginTheme.BASE.messages("en");

    /** Every language, in each of the two places where words are. */
    static List<Arguments> words() {
        return LoginTheme.ATRIUM.languages().stream()
                .flatMap(language ->
                        Stream.of(LoginTheme.EVERY, LoginTheme.ATRIUM).map(files -> arguments(files, language)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("words")
    void every_language_says_the_same_things(LoginTheme files, String language) {
        assertThat(files.messages(language))
                .containsOnlyKeys(files.messages("en").keySet());
    }

    @ParameterizedTest
    @MethodSource("words")
    void every_language_fills_in_the_same_parameters(LoginTheme files, String language) {
        Map<String, String> english = files.messages("en");
        assertThat(files.messages(language))
                .allSatisfy((key, text) -> assertThat(parameters(text))
                        .as("parameters of %s", key)
                        .isEqualTo(parameters(english.get(key))));
    }

    @ParameterizedTest
    @MethodSource("words")
    void every_message_is_something_to_read(LoginTheme files, String language) {
        assertThat(files.messages(language))
                .allSatisfy((key, text) -> assertThat(format(text)).as(key).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("words")
    void no_apostrophe_is_lost(LoginTheme files, String language) {
        assertThat(files.messages(language))
                .allSatisfy((key, text) ->
                        assertThat(text.replace("''", "")).as(key).doesNotContain("'"));
    }

    @Test
    void words_of_keycloak_are_replaced_in_the_theme_only() {
        assertThat(LoginTheme.EVERY.messages("en").keySet()).allMatch(key -> key.startsWith("atrium."));
    }

    @Test
    void words_of_keycloak_are_only_replaced_where_it_has_them() {
        assertThat(KEYCLOAKS.keySet())
                .containsAll(LoginTheme.ATRIUM.messages("en").keySet().stream()
                        .filter(key -> !key.startsWith("atrium."))
                        .toList());
    }

    @Test
    void no_message_stands_in_both_places() {
        assertThat(LoginTheme.EVERY.messages("en").keySet())
                .doesNotContainAnyElementsOf(LoginTheme.ATRIUM.messages("en").keySet());
    }

    @Test
    void every_message_of_a_template_exists() {
        assertKnown(LoginTheme.ATRIUM.templates(), LoginTheme.EVERY, LoginTheme.ATRIUM);
    }

    @Test
    void every_message_of_a_template_for_all_themes_exists_in_all_themes() {
        assertKnown(LoginTheme.EVERY.templates(), LoginTheme.EVERY);
    }

    private static void assertKnown(List<Path> templates, LoginTheme... themes) {
        Set<String> known = new HashSet<>(KEYCLOAKS.keySet());
        Stream.of(themes).forEach(theme -> known.addAll(theme.messages("en").keySet()));
        assertThat(templates)
                .isNotEmpty()
                .allSatisfy(template -> assertThat(known)
                        .as("messages of %s", template)
                        .containsAll(Templates.messageKeys(LoginTheme.text(template))));
    }

    private static int parameters(String text) {
        return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static String format(String text) {
        return new MessageFormat(text, Locale.ROOT).format(new Object[] {"one", "two"});
    }
}
