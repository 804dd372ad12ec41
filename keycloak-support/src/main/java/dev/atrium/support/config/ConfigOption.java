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
 * @param parse empty for a value that is not understood; such a setting fails the sign-in rather than fall back
 */
public record ConfigOption<T>(Words words, String type, T byDefault, List<String> choices, Parser<T> parse) {
    /** How a setting is named, and what the admin console says of it. */
    public record Words(String name, String label, String help) {}

    /** Reads a setting. */
    public interface Parser<T> extends Function<String, Optional<T>> {}

    /** A switch. */
    public static ConfigOption<Boolean> toggle(Words words, boolean byDefault) {
        return new ConfigOption<>(words, ProviderConfigProperty.BOOLEAN_TYPE, byDefault, List.of(), ConfigOption::bool);
    }

    /** A whole number between two others. */
    public static ConfigOption<Integer> number(Words words, int byDefault, int least, int most) {
        return new ConfigOption<>(
                words, ProviderConfigProperty.STRING_TYPE, byDefault, List.of(), text -> number(text, least, most));
    }

    public T in(@Nullable AuthenticatorConfigModel config) {
        return in(config == null ? Map.of() : config.getConfig());
    }

    /** The value set, or the default where nothing is set. */
    public T in(Map<String, String> settings) {
        String text = settings.get(words.name());
        if (text == null || text.isBlank()) {
            return byDefault;
        }
        return parse.apply(text.trim())
                .orElseThrow(() -> new IllegalStateException("The setting '" + words.name() + "' does not allow '"
                        + text + "': mend it in the admin console"));
    }

    /** The field of the admin console's form. */
    public ProviderConfigProperty property() {
        ProviderConfigProperty property =
                new ProviderConfigProperty(words.name(), words.label(), words.help(), type, String.valueOf(byDefault));
        property.setOptions(choices);
        return property;
    }

    private static Optional<Boolean> bool(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> number(String text, int least, int most) {
        if (!text.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text)).filter(number -> number >= least && number <= most);
    }
}
