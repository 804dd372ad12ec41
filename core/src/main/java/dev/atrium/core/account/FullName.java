package dev.atrium.core.account;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person's given and family name as one.
 *
 * <p>The order is that of the name, not that of the page: a name in Chinese, Japanese or Korean script begins with the
 * family, any other with the given name, whoever reads it.
 */
public final class FullName {
    private static final Set<UnicodeScript> FAMILY_FIRST =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private FullName() {}

    /** Either may be blank; empty where both are. */
    public static Optional<String> of(String given, String family) {
        String first = given.strip();
        String last = family.strip();
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.of(first + last).filter(name -> !name.isEmpty());
        }
        return Optional.of(beginsWithFamily(first + last) ? last + gap(first + last) + first : first + " " + last);
    }

    /** Those that are in katakana alone are of people from elsewhere, and in their order. */
    private static boolean beginsWithFamily(String name) {
        Set<UnicodeScript> scripts = scripts(name);
        return !scripts.isEmpty()
                && FAMILY_FIRST.containsAll(scripts)
                && !scripts.equals(EnumSet.of(UnicodeScript.KATAKANA));
    }

    /** Where both are in Chinese characters or in Korean ones nothing stands between; kana would run together. */
    private static String gap(String name) {
        return Stream.of(UnicodeScript.HAN, UnicodeScript.HANGUL)
                        .anyMatch(script -> scripts(name).equals(EnumSet.of(script)))
                ? ""
                : " ";
    }

    private static Set<UnicodeScript> scripts(String name) {
        return name.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(UnicodeScript.class)));
    }
}
