package dev.atrium.themes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keycloak's own pages and mails, of which not every language says all. */
class KeycloakWordsTest {
    static List<Arguments> words() {
        return ThemeFiles.LANGUAGES.stream()
                .flatMap(language -> Stream.of(
                        arguments(ThemeFiles.BASE, ThemeFiles.ATRIUM, language),
                        arguments(ThemeFiles.BASE_EMAIL, ThemeFiles.ATRIUM_EMAIL, language)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("words")
    void what_keycloak_says_is_in_every_language(ThemeFiles keycloak, ThemeFiles ours, String language) {
        Map<String, String> all = new HashMap<>(keycloak.messages(language));
        all.putAll(inItsPlace(ours, language));
        assertThat(all).containsKeys(keycloak.messages("en").keySet().toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("words")
    void what_we_say_for_keycloak_is_known_to_it(ThemeFiles keycloak, ThemeFiles ours, String language) {
        assertThat(keycloak.messages("en").keySet())
                .containsAll(inItsPlace(ours, language).keySet());
    }

    @ParameterizedTest
    @MethodSource("words")
    void what_we_say_for_keycloak_names_no_more_than_it_does(ThemeFiles keycloak, ThemeFiles ours, String language) {
        Map<String, String> english = keycloak.messages("en");
        assertThat(inItsPlace(ours, language))
                .allSatisfy((key, text) -> assertThat(MessagesTest.parameters(text))
                        .as("parameters of %s", key)
                        .isLessThanOrEqualTo(MessagesTest.parameters(english.get(key))));
    }

    private static Map<String, String> inItsPlace(ThemeFiles ours, String language) {
        Map<String, String> found = new HashMap<>(ours.speaks(language) ? ours.messages(language) : Map.of());
        found.keySet().removeIf(key -> key.startsWith("atrium."));
        return found;
    }
}
