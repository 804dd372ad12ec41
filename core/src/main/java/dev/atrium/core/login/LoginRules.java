package dev.atrium.core.login;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of patterns and methods.
 *
 * @param rules one for each pattern that can be read
 * @param complete whether every pattern can be read: one that cannot may have been meant for anybody
 * @param problems what is wrong, in sentences for the administrator that name the row
 */
public record LoginRules(List<LoginRule> rules, boolean complete, List<String> problems) {
    public static final LoginRules NONE = new LoginRules(List.of(), true, List.of());

    /** Where the table as a whole cannot be read, which may have said anything. */
    public static LoginRules unreadable(String problem) {
        return new LoginRules(List.of(), false, List.of(problem));
    }

    public LoginRules {
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
    }

    public static LoginRules parse(List<TableRow> table) {
        Map<LoginPattern, LoginRule> rules = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        boolean complete = true;
        for (TableRow row : table) {
            Optional<LoginPattern> pattern = LoginPattern.parse(row.key());
            if (pattern.isPresent()) {
                put(rules, problems, pattern.get(), row);
            } else if (!row.isBlank()) {
                complete = false;
                problems.add(row.problem("has no pattern that can be read: write a domain such as hospital.example,"
                        + " *.hospital.example for all domains below as well, * for any other address or - for"
                        + " user names"));
            }
        }
        return new LoginRules(List.copyOf(rules.values()), complete, problems);
    }

    private static void put(
            Map<LoginPattern, LoginRule> rules, List<String> problems, LoginPattern pattern, TableRow row) {
        MethodList methods = MethodList.parse(row.value());
        methods.problem().ifPresent(why -> problems.add(row.problem(why)));
        LoginRule earlier = rules.put(pattern, new LoginRule(pattern, methods.methods()));
        if (earlier != null) {
            problems.add(row.problem("repeats the pattern " + pattern.text() + ": keep one row of them"));
            rules.put(pattern, new LoginRule(pattern, List.of()));
        }
    }

    /**
     * The most specific rule for this name. As long as a pattern cannot be read, whom no row names exactly has one without
     * methods.
     */
    public Optional<LoginRule> of(LoginName name) {
        Optional<LoginRule> best = rules.stream()
                .filter(rule -> rule.pattern().covers(name))
                .min(Comparator.comparing(LoginRule::pattern, LoginPattern.SPECIFICITY));
        return complete || best.filter(rule -> rule.pattern().isExact()).isPresent()
                ? best
                : Optional.of(new LoginRule(LoginPattern.forAllLike(name), List.of()));
    }
}
