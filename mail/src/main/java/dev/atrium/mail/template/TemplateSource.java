package dev.atrium.mail.template;

import dev.atrium.core.mail.TemplatePart;
import dev.atrium.core.mail.TemplateProblem;
import freemarker.core.FMParser;
import freemarker.core.TokenMgrError;
import freemarker.template.Template;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One part of a template as it was written, in the tokens that FreeMarker itself reads in it.
 *
 * <p>What is none of text, a comment, a value or a choice is a problem, so that a template costs no more than its
 * length; its grammar is left to FreeMarker.
 */
final class TemplateSource {
    private static final int DEEPEST = 20;
    private static final int MOST_PROBLEMS = 20;

    private enum Mode {
        TEXT,
        COMMENT,
        EXPRESSION
    }

    private final TemplatePart part;
    private final String text;
    private final Set<String> variables;
    private final List<TemplateProblem> problems = new ArrayList<>();
    private ExpressionTokens expression = new ExpressionTokens(Set.of());
    private Mode mode = Mode.TEXT;
    private int offset;
    private int choices;

    TemplateSource(TemplatePart part, String text, Set<String> variables) {
        this.part = part;
        this.text = text;
        this.variables = variables;
    }

    /** What FreeMarker would read that does not belong into a mail. */
    List<TemplateProblem> problems() {
        Template template = Sandbox.empty();
        FMParser lexer = new FMParser(template, new StringReader(text), template.getParserConfiguration());
        try {
            String token = String.valueOf((Object) lexer.getNextToken());
            while (!token.isEmpty() && problems.size() < MOST_PROBLEMS) {
                find(token);
                read(token);
                token = String.valueOf((Object) lexer.getNextToken());
            }
        } catch (TokenMgrError unreadable) {
            problems.add(unreadable(unreadable));
        }
        return List.copyOf(problems);
    }

    /** Tokens are found in the source one behind the other; FreeMarker keeps their places to itself. */
    private void find(String token) {
        int found = text.indexOf(token, offset);
        offset = found < 0 ? offset : found;
    }

    private void read(String token) {
        switch (mode) {
            case TEXT -> text(token);
            case COMMENT -> mode = token.startsWith("-->") || token.startsWith("--]") ? Mode.TEXT : Mode.COMMENT;
            case EXPRESSION -> expression(token);
        }
        offset = Math.min(text.length(), offset + (text.startsWith(token, offset) ? token.length() : 0));
    }

    private void text(String token) {
        if (token.equals("${")) {
            begin(Mode.EXPRESSION);
        } else if (token.equals("<#--")) {
            mode = Mode.COMMENT;
        } else if (token.matches("</?[#@].*+")) {
            directive(token.replaceAll("[\\s>]+", ""));
        }
    }

    private void directive(String name) {
        switch (name) {
            case "<#if" -> {
                choices++;
                begin(Mode.EXPRESSION);
            }
            case "<#elseif" -> begin(Mode.EXPRESSION);
            case "<#else" -> {}
            case "</#if" -> choices--;
            default ->
                problem(name + " is not allowed in a mail; allowed are: <#if …>, <#elseif …>, <#else>, </#if>,"
                        + " <#-- … -->.");
        }
        if (choices > DEEPEST) {
            problem("There are more than " + DEEPEST + " levels of nested <#if …>.");
        }
    }

    private void begin(Mode next) {
        mode = next;
        expression = new ExpressionTokens(variables);
    }

    /** Neither sign that ends an expression may be part of one; in texts in quotes they are no tokens. */
    private void expression(String token) {
        if (token.equals("}") || token.equals(">")) {
            mode = Mode.TEXT;
        } else {
            expression.problem(token).ifPresent(this::problem);
        }
    }

    private void problem(String message) {
        problems.add(TemplateProblem.at(part, text, offset, message));
    }

    private TemplateProblem unreadable(TokenMgrError error) {
        return new TemplateProblem(
                part,
                error.getLineNumber(),
                error.getColumnNumber(),
                String.valueOf(error.getMessage()).lines().findFirst().orElse(""));
    }
}
