package dev.atrium.core.login;

import dev.atrium.core.account.DomainName;
import java.util.Comparator;
import java.util.Optional;

/**
 * Whom a rule is for: {@code hospital.example} the addresses of just this domain, {@code *.hospital.example} also those of
 * all domains below, {@code *} any address, {@code -} user names without a domain.
 */
public record LoginPattern(Kind kind, String domain) {
    private static final String BELOW = "*.";

    /** From the most specific to the least. */
    public enum Kind {
        DOMAIN,
        DOMAIN_AND_BELOW,
        ANY_ADDRESS,
        USER_NAME
    }

    /** The most specific first. */
    public static final Comparator<LoginPattern> SPECIFICITY = Comparator.comparing(LoginPattern::kind)
            .thenComparing(pattern -> pattern.domain().length(), Comparator.reverseOrder());

    public static Optional<LoginPattern> parse(String text) {
        String pattern = text.strip();
        if (pattern.equals("-")) {
            return Optional.of(new LoginPattern(Kind.USER_NAME, ""));
        }
        if (pattern.equals("*")) {
            return Optional.of(new LoginPattern(Kind.ANY_ADDRESS, ""));
        }
        return pattern.startsWith(BELOW)
                ? name(pattern.substring(BELOW.length())).map(domain -> new LoginPattern(Kind.DOMAIN_AND_BELOW, domain))
                : name(pattern).map(domain -> new LoginPattern(Kind.DOMAIN, domain));
    }

    private static Optional<String> name(String text) {
        return DomainName.parse(text).filter(domain -> domain.indexOf('*') < 0);
    }

    public boolean covers(LoginName name) {
        return switch (kind) {
            case USER_NAME -> !name.hasDomain();
            case ANY_ADDRESS -> name.hasDomain();
            case DOMAIN -> name.domain().filter(domain::equals).isPresent();
            case DOMAIN_AND_BELOW ->
                name.domain()
                        .filter(typed -> typed.equals(domain) || typed.endsWith("." + domain))
                        .isPresent();
        };
    }

    /** Whether it is for the addresses of a domain, and not for any address or for user names. */
    public boolean namesDomain() {
        return kind == Kind.DOMAIN || kind == Kind.DOMAIN_AND_BELOW;
    }

    /** Whether this is closer to somebody whom both cover. */
    public boolean isMoreSpecificThan(LoginPattern other) {
        return SPECIFICITY.compare(this, other) < 0;
    }

    /** Whether no pattern can be more specific for those whom this covers. */
    boolean isExact() {
        return kind == Kind.DOMAIN || kind == Kind.USER_NAME;
    }

    /** The least specific for this name. */
    static LoginPattern forAllLike(LoginName name) {
        return new LoginPattern(name.hasDomain() ? Kind.ANY_ADDRESS : Kind.USER_NAME, "");
    }

    public String text() {
        return switch (kind) {
            case USER_NAME -> "-";
            case ANY_ADDRESS -> "*";
            case DOMAIN -> domain;
            case DOMAIN_AND_BELOW -> BELOW + domain;
        };
    }
}
