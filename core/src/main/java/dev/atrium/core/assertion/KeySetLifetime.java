package dev.atrium.core.assertion;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a key set may be kept that was fetched from its URL: never longer than {@code Cache-Control} says (SMART App
 * Launch 2.2.0, "Registering a client by its JWKS").
 */
public final class KeySetLifetime {
    /** Where the server says nothing: a key that was taken out stops working within the hour. */
    public static final Duration UNSAID = Duration.ofHours(1);

    /** A key set is looked at again once a day, whatever the server says. */
    public static final Duration LONGEST = Duration.ofDays(1);

    private static final Pattern MAX_AGE = Pattern.compile("max-age\\s*=\\s*\"?([0-9]{1,9})\"?");
    private static final Pattern AGE = Pattern.compile("[0-9]{1,9}");

    private KeySetLifetime() {}

    /**
     * The lifetime of an answer; zero if it may not be kept.
     *
     * @param cacheControl the headers {@code Cache-Control} of the answer (RFC 9111, 5.2.2)
     * @param age the header {@code Age}: how long a cache on the way has had it already (RFC 9111, 5.1)
     */
    public static Duration of(List<String> cacheControl, Optional<String> age) {
        List<String> directives = cacheControl.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(directive -> directive.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (directives.stream().anyMatch(KeySetLifetime::forbids)) {
            return Duration.ZERO;
        }
        Duration said = directives.stream()
                .filter(directive -> directive.startsWith("max-age"))
                .map(KeySetLifetime::maxAge)
                .min(Duration::compareTo)
                .map(maxAge -> maxAge.minus(seconds(age)))
                .orElse(UNSAID);
        return Stream.of(said, LONGEST)
                .min(Duration::compareTo)
                .filter(least -> !least.isNegative())
                .orElse(Duration.ZERO);
    }

    private static boolean forbids(String directive) {
        return directive.startsWith("no-store") || directive.startsWith("no-cache");
    }

    /** One that cannot be read counts as zero (RFC 9111, 4.2.1: stale). */
    private static Duration maxAge(String directive) {
        Matcher matcher = MAX_AGE.matcher(directive);
        return matcher.matches() ? Duration.ofSeconds(Long.parseLong(matcher.group(1))) : Duration.ZERO;
    }

    private static Duration seconds(Optional<String> header) {
        return header.map(String::strip)
                .filter(text -> AGE.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }
}
