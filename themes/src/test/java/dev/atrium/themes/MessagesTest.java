package dev.atrium.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
    private static final Map<String, String> ENGLISH = LoginTheme.ATRIUM.messages("en");
    private static final Map<String, String> KEYCLOAKS = LoginTheme.BASE.messages("en");

    static List<String> languages() {
        return LoginTheme.ATRIUM.languages();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_language_says_the_same_things(String language) {
        assertThat(LoginTheme.ATRIUM.messages(language)).containsOnlyKeys(ENGLISH.keySet());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_language_fills_in_the_same_parameters(String language) {
        assertThat(LoginTheme.ATRIUM.messages(language))
                .allSatisfy((key, text) -> assertThat(parameters(text))
                        .as("parameters of %s", key)
                        .isEqualTo(parameters(ENGLISH.get(key))));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_message_is_something_to_read(String language) {
        assertThat(LoginTheme.ATRIUM.messages(language))
                .allSatisfy((key, text) -> assertThat(format(text)).as(key).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void no_apostrophe_is_lost(String language) {
        assertThat(LoginTheme.ATRIUM.messages(language))
                .allSatisfy((key, text) ->
                        assertThat(text.replace("''", "")).as(key).doesNotContain("'"));
    }

    @Test
    void words_of_keycloak_are_only_replaced_where_it_has_them() {
        assertThat(KEYCLOAKS.keySet())
                .containsAll(ENGLISH.keySet().stream()
                        .filter(key -> !key.startsWith("atrium."))
                        .toList());
    }

    @Test
    void every_message_of_a_template_exists() {
        Set<String> known = new HashSet<>(KEYCLOAKS.keySet());
        known.addAll(ENGLISH.keySet());

        assertThat(LoginTheme.templates())
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
