package dev.atrium.core.login;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Methods as a setting lists them, separated by blanks or commas, the preferred first.
 *
 * @param problem why it cannot be read; then there are no methods
 */
record MethodList(List<LoginMethod> methods, Optional<String> problem) {
    private static final String CHOICES =
            "use password, passkey, email-code, or idp: and the alias of an identity provider";

    static MethodList parse(String text) {
        List<String> words = Arrays.stream(text.split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return new MethodList(List.of(), Optional.of("names no method: " + CHOICES));
        }
        return words.stream()
                .filter(word -> LoginMethod.parse(word).isEmpty())
                .findFirst()
                .map(word ->
                        new MethodList(List.of(), Optional.of("names '" + word + "', which is no method: " + CHOICES)))
                .orElseGet(() -> new MethodList(methods(words), Optional.empty()));
    }

    private static List<LoginMethod> methods(List<String> words) {
        return words.stream()
                .map(LoginMethod::parse)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
