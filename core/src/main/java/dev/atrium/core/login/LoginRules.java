package dev.atrium.core.login;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The table of the Domain step. */
public record LoginRules(List<LoginRule> rules) {
    public static final LoginRules NONE = new LoginRules(List.of());

    public LoginRules {
        rules = List.copyOf(rules);
    }

    /** The most specific rule for this name. */
    public Optional<LoginRule> of(LoginName name) {
        return rules.stream()
                .filter(rule -> rule.pattern().covers(name))
                .min(Comparator.comparing(LoginRule::pattern, LoginPattern.SPECIFICITY));
    }
}
