package dev.atrium.mail.template;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What one expression of a template may consist of: nothing whose cost or reach is more than that of its text. */
final class ExpressionTokens {
    private static final int MOST = 100;
    private static final int DEEPEST = 20;
    private static final Set<String> SIGNS = Set.of("+", "==", "!=", "&&", "||", "!", "?", "(", ")", ",");
    private static final Set<String> BUILT_INS = Set.of(
            "upper_case",
            "lower_case",
            "cap_first",
            "uncap_first",
            "capitalize",
            "trim",
            "url",
            "has_content",
            "starts_with",
            "ends_with",
            "then");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern TEXT = Pattern.compile("([\"'])(?:(?![$#]\\{).)*\\1", Pattern.DOTALL);
    private static final Pattern OPERAND = Pattern.compile("[\\w\"')].*", Pattern.DOTALL);

    private final Set<String> variables;
    private String before = "";
    private int count;
    private int open;

    /** An expression that may name these variables. */
    ExpressionTokens(Set<String> variables) {
        this.variables = variables;
    }

    /** What is wrong with its next token. */
    Optional<String> problem(String token) {
        count++;
        open += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
        Optional<String> problem = count == MOST + 1 || open > DEEPEST
                ? Optional.of("This is too long: join shorter texts, or split it into several ${…}.")
                : found(token);
        before = token;
        return problem;
    }

    private Optional<String> found(String token) {
        if (before.equals("?")) {
            return unless(
                    BUILT_INS.contains(token),
                    "?" + token + " is not allowed in a mail; allowed are: ?"
                            + String.join(", ?", BUILT_INS.stream().sorted().toList()) + ".");
        }
        if (token.equals("??") || (token.equals("!") && OPERAND.matcher(before).matches())) {
            return Optional.of("Every variable exists and may be empty, so neither ! nor ?? is needed; check whether it"
                    + " is empty with name?has_content.");
        }
        if (NAME.matcher(token).matches()) {
            return unless(
                    variables.contains(token) || Set.of("true", "false").contains(token),
                    "There is no variable " + token + " in this mail; the variables are: "
                            + String.join(", ", variables.stream().sorted().toList()) + ".");
        }
        return unless(
                SIGNS.contains(token) || TEXT.matcher(token).matches(),
                token
                        + " is not allowed in a mail; an expression has variables, texts in quotes, and + == != && || !.");
    }

    private static Optional<String> unless(boolean fine, String problem) {
        return fine ? Optional.empty() : Optional.of(problem);
    }
}
