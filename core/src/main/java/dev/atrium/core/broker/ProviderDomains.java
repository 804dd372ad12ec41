package dev.atrium.core.broker;

import dev.atrium.core.account.DomainName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Which of its organization's e-mail domains an identity provider is for: one, {@code *.} and a domain for this and all
 * below it, any, or what no other provider is for.
 *
 * @param domain as the provider's setting has it, in lower case; empty where it has none
 * @param excluded those it is not for after all
 */
public record ProviderDomains(Optional<String> domain, List<String> excluded) {
    private static final String ANY = "ANY";
    private static final String WILDCARD = "*.";
    private static final int DISTANCE_OF_ANY = 1_000;

    public ProviderDomains {
        excluded = List.copyOf(excluded);
    }

    /** As the provider's settings have them. */
    public static ProviderDomains parse(@Nullable String domain, @Nullable String excluded) {
        return new ProviderDomains(
                Optional.ofNullable(domain).map(String::strip).filter(set -> !set.isEmpty()),
                excluded == null
                        ? List.of()
                        : Arrays.stream(excluded.split(",", -1))
                                .map(String::strip)
                                .toList());
    }

    /**
     * How far the setting is from this domain of the organization, as {@link DomainName} has it, of which the nearest provider's people are; nothing
     * if it is not for it. Zero if it is just this domain.
     */
    public OptionalInt distance(String of) {
        if (excluded.stream().anyMatch(except -> covers(except, of))) {
            return OptionalInt.empty();
        }
        if (domain.isEmpty()) {
            return OptionalInt.of(DISTANCE_OF_ANY + 1);
        }
        String set = domain.get();
        if (set.equals(ANY)) {
            return OptionalInt.of(DISTANCE_OF_ANY);
        }
        return covers(set, of) ? OptionalInt.of(DISTANCE_OF_ANY - nearness(set)) : OptionalInt.empty();
    }

    /** Of two settings that cover a domain the longer is nearer, and one without an asterisk nearest. */
    private static int nearness(String set) {
        return set.startsWith(WILDCARD) ? set.length() : DISTANCE_OF_ANY;
    }

    /** Whether the provider is for this domain of its organization. */
    public boolean isFor(String of) {
        return distance(of).isPresent();
    }

    private static boolean covers(String pattern, String domain) {
        boolean below = pattern.startsWith(WILDCARD);
        String wanted = below ? pattern.substring(WILDCARD.length()) : pattern;
        return DomainName.parse(wanted)
                .filter(base -> domain.equals(base) || (below && domain.endsWith("." + base)))
                .isPresent();
    }
}
