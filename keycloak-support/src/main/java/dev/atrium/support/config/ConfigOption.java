package dev.atrium.support.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * One setting: its name, its words in the admin console, its default and how it is read, all in one place.
 *
 * @param choices the values to choose from, if it is a choice
 * @param parse empty for a value that is not understood: such a one is refused where it is saved
 */
public record ConfigOption<T>(Words words, String type, T byDefault, List<String> choices, Parser<T> parse) {
    /** How a setting is named, and what the admin console says of it. */
    public record Words(String name, String label, String help) {}

    /** Reads a setting. */
    public interface Parser<T> extends Function<String, Optional<T>> {
        /**
         * What stands in for a value that is not understood, where it was saved all the same, by an import say: no
         * setting locks people out.
         */
        default T nearest(String text, T byDefault) {
            return byDefault;
        }
    }

    /** A switch. */
    public static ConfigOption<Boolean> toggle(Words words, boolean byDefault) {
        return new ConfigOption<>(words, ProviderConfigProperty.BOOLEAN_TYPE, byDefault, List.of(), ConfigOption::bool);
    }

    /** A whole number between two others; one beyond is as good as the nearer of them. */
    public static ConfigOption<Integer> number(Words words, int byDefault, int least, int most) {
        return new ConfigOption<>(
                words, ProviderConfigProperty.STRING_TYPE, byDefault, List.of(), new Between(least, most));
    }

    public T in(@Nullable AuthenticatorConfigModel config) {
        return in(settings(config));
    }

    /** The value set, or the default where nothing is set; the administrator hears of one that is not understood. */
    public T in(Map<String, String> settings) {
        problem(settings).ifPresent(Misconfiguration::tell);
        return text(settings)
                .map(text -> parse.apply(text).orElseGet(() -> parse.nearest(text, byDefault)))
                .orElse(byDefault);
    }

    /** What is wrong with the value set, if anything is. */
    public Optional<String> problem(@Nullable AuthenticatorConfigModel config) {
        return problem(settings(config));
    }

    /** What is wrong with the value set, if anything is. */
    public Optional<String> problem(Map<String, String> settings) {
        return text(settings)
                .filter(text -> parse.apply(text).isEmpty())
                .map(text -> "The setting '%s' (%s) cannot be '%s'. %s"
                        .formatted(words.label(), words.name(), text, words.help()));
    }

    /** The field of the admin console's form. */
    public ProviderConfigProperty property() {
        ProviderConfigProperty property =
                new ProviderConfigProperty(words.name(), words.label(), words.help(), type, String.valueOf(byDefault));
        property.setOptions(choices);
        return property;
    }

    private Optional<String> text(Map<String, String> settings) {
        return Optional.ofNullable(settings.get(words.name()))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Map<String, String> settings(@Nullable AuthenticatorConfigModel config) {
        return config == null || config.getConfig() == null ? Map.of() : config.getConfig();
    }

    private static Optional<Boolean> bool(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private record Between(int least, int most) implements Parser<Integer> {
        @Override
        public Optional<Integer> apply(String text) {
            return number(text).filter(number -> number >= least && number <= most);
        }

        @Override
        public Integer nearest(String text, Integer byDefault) {
            return number(text)
                    .map(number -> Math.max(least, Math.min(most, number)))
                    .orElse(byDefault);
        }

        private static Optional<Integer> number(String text) {
            return text.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
        }
    }
}
