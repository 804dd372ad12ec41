package dev.atrium.core.mail;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A language people read, as RFC 5646 writes it: {@code de}, {@code pt-BR}, {@code zh-Hans}. */
public record Language(String tag) {
    private static final int LONGEST = 35;

    /** Of those with codes of two letters all, of others those that this Java can write dates in. */
    private static final Set<String> KNOWN = Stream.concat(
                    Stream.of(Locale.getISOLanguages()),
                    Stream.of(Locale.getAvailableLocales()).map(Locale::getLanguage))
            .filter(language -> !language.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    public Language {
        if (!isLanguage(tag)) {
            throw new IllegalArgumentException("not a language tag in its usual form");
        }
    }

    /** Reads a tag of a language that there is, in any case, with hyphens or underscores. */
    public static Optional<Language> parse(String text) {
        try {
            String usual = new Locale.Builder()
                    .setLanguageTag(text.replace('_', '-'))
                    .build()
                    .toLanguageTag();
            return isLanguage(usual) && isKnown(usual) ? Optional.of(new Language(usual)) : Optional.empty();
        } catch (IllformedLocaleException notATag) {
            return Optional.empty();
        }
    }

    public static Optional<Language> of(Locale locale) {
        return parse(locale.toLanguageTag());
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** This language, then what is left when the last part is taken off, again and again (RFC 4647, section 3.4). */
    public List<Language> fallbacks() {
        List<Language> languages = new ArrayList<>();
        for (String left = tag; !left.isEmpty(); left = left.substring(0, Math.max(left.lastIndexOf('-'), 0))) {
            parse(left).filter(language -> !languages.contains(language)).ifPresent(languages::add);
        }
        return List.copyOf(languages);
    }

    private static boolean isKnown(String usual) {
        return KNOWN.contains(Locale.forLanguageTag(usual).getLanguage());
    }

    private static boolean isLanguage(String text) {
        Locale locale = Locale.forLanguageTag(text);
        return text.length() <= LONGEST
                && !locale.getLanguage().isEmpty()
                && locale.toLanguageTag().equals(text);
    }
}
