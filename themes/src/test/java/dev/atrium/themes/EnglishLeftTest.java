package dev.atrium.themes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether anything on a page or in a mail is in English where it should not be: ours, and Keycloak's with ours in its place. */
class EnglishLeftTest {
    private static final String LIST = "dev/atrium/themes/same-as-in-english.txt";
    private static final Pattern PLACES = Pattern.compile("\\$?\\{[^}]*}|<[^>]*>");
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");

    static List<Arguments> languages() {
        return ThemeFiles.LANGUAGES.stream()
                .filter(language -> !language.equals("en"))
                .flatMap(language -> Stream.of(
                        arguments(List.of(ThemeFiles.EVERY, ThemeFiles.BASE, ThemeFiles.ATRIUM), language),
                        arguments(List.of(ThemeFiles.BASE_EMAIL, ThemeFiles.ATRIUM_EMAIL), language)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void what_is_the_same_as_in_english_is_on_the_list_with_a_reason(List<ThemeFiles> files, String language) {
        assertThat(sameAsInEnglish(files, language)).isSubsetOf(listed(language));
    }

    @Test
    void the_list_holds_nothing_that_was_translated_since() {
        Set<String> known = new TreeSet<>();
        languages()
                .forEach(each -> sameAsInEnglish(files(each), (String) each.get()[1])
                        .forEach(key -> known.add(each.get()[1] + " " + key)));

        assertThat(entries()
                        .flatMap(entry -> Stream.of(entry[0].split(" ")).map(language -> language + " " + entry[1])))
                .allMatch(known::contains);
    }

    @Test
    void every_entry_of_the_list_has_a_reason() {
        assertThat(entries()).isNotEmpty().allMatch(entry -> entry.length == 3 && !entry[2].isBlank());
    }

    private static Set<String> sameAsInEnglish(List<ThemeFiles> files, String language) {
        Map<String, String> english = all(files, "en");
        return all(files, language).entrySet().stream()
                .filter(message ->
                        !message.getKey().startsWith("locale_")) // languages are called what they call themselves
                .filter(message -> message.getValue().equals(english.get(message.getKey())))
                .filter(message -> hasWords(message.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As Keycloak puts them together: what comes later replaces what came before. */
    private static Map<String, String> all(List<ThemeFiles> files, String language) {
        Map<String, String> found = new HashMap<>();
        files.stream().filter(each -> each.speaks(language)).forEach(each -> found.putAll(each.messages(language)));
        return found;
    }

    private static boolean hasWords(String text) {
        return LETTER.matcher(PLACES.matcher(text).replaceAll("")).find();
    }

    private static Set<String> listed(String language) {
        return entries()
                .filter(entry -> List.of(entry[0].split(" ")).contains(language))
                .map(entry -> entry[1])
                .collect(Collectors.toSet());
    }

    private static Stream<String[]> entries() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ClassLoader.getSystemResourceAsStream(LIST)), StandardCharsets.UTF_8))) {
            List<String> read = lines.lines().toList();
            return read.stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<ThemeFiles> files(Arguments each) {
        return (List<ThemeFiles>) each.get()[0];
    }
}
