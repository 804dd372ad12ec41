package dev.atrium.eventlisteners.template;

import dev.atrium.eventlisteners.template.Expression.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a part of a template and refuses all that is not text, a comment, a value or a choice: no directive that
 * repeats, defines, includes or changes how values are printed.
 */
final class TemplateReader {
    private static final Pattern MARK = Pattern.compile("\\$\\{|<#--|</?[#@]");
    private static final Pattern IF = Pattern.compile("<#if[ \\t\\r\\n]");
    private static final Pattern ELSE_IF = Pattern.compile("<#elseif[ \\t\\r\\n]");
    private static final Pattern ELSE = Pattern.compile("<#else[ \\t\\r\\n]*>");
    private static final Pattern END = Pattern.compile("</#if[ \\t\\r\\n]*>");
    private static final Pattern DIRECTIVE = Pattern.compile("</?[#@][A-Za-z_.]{0,30}");
    private static final int DEEPEST = 20;

    private record Open(int offset, boolean hasElse) {}

    private final Source source;
    private final Set<String> known;
    private final Surroundings surroundings;
    private final Deque<Open> open = new ArrayDeque<>();

    TemplateReader(Source source, Set<String> known, Surroundings surroundings) {
        this.source = source;
        this.known = known;
        this.surroundings = surroundings;
    }

    /** Tells the source what is wrong with it. */
    void read() {
        try {
            int from = 0;
            Matcher mark = MARK.matcher(source.text());
            while (mark.find(from)) {
                surroundings.text(from, mark.start());
                from = construct(mark.start());
            }
            surroundings.text(from, source.text().length());
            end();
        } catch (Unfit unfit) {
            source.problem(unfit.offset(), unfit.why());
        }
    }

    private void end() {
        if (!open.isEmpty()) {
            throw new Unfit(open.peek().offset(), "This <#if …> is never closed with </#if>.");
        }
        surroundings.end();
    }

    /** Reads what begins here, and says where it ends. */
    private int construct(int at) {
        if (source.has("${", at)) {
            return value(at);
        }
        if (source.has("<#--", at)) {
            return comment(at);
        }
        if (begins(IF, at)) {
            return choice(at);
        }
        if (begins(ELSE_IF, at)) {
            alternative(at, false);
            return condition(at, "<#elseif");
        }
        if (begins(ELSE, at)) {
            alternative(at, true);
            return source.text().indexOf('>', at) + 1;
        }
        if (begins(END, at)) {
            return chosen(at);
        }
        throw new Unfit(at, forbidden(at));
    }

    private int value(int at) {
        Expression expression = new Expression(source, known, at + 2);
        int end = expression.read(Kind.TEXT);
        if (source.at(end) != '}') {
            throw new Unfit(end, "Here } is expected, which closes the ${ of this value.");
        }
        surroundings.value(at, end + 1, expression.names());
        return end + 1;
    }

    private int comment(int at) {
        int end = source.text().indexOf("-->", at + 4);
        if (end < 0) {
            throw new Unfit(at, "This comment is never closed with -->.");
        }
        return end + 3;
    }

    private int choice(int at) {
        if (open.size() == DEEPEST) {
            throw new Unfit(at, "There are more than " + DEEPEST + " <#if …> within one another.");
        }
        open.push(new Open(at, false));
        int end = condition(at, "<#if");
        surroundings.choice();
        return end;
    }

    private int condition(int at, String directive) {
        int end = new Expression(source, known, at + directive.length()).read(Kind.CONDITION);
        if (source.at(end) != '>') {
            throw new Unfit(end, "Here > is expected, which closes " + directive + ".");
        }
        return end + 1;
    }

    private void alternative(int at, boolean isElse) {
        if (open.isEmpty() || open.peek().hasElse()) {
            throw new Unfit(at, "There is no <#if …> that this belongs to.");
        }
        open.push(new Open(open.pop().offset(), isElse));
        surroundings.alternative(at);
    }

    private int chosen(int at) {
        if (open.isEmpty()) {
            throw new Unfit(at, "There is no <#if …> that this closes.");
        }
        surroundings.chosen(at, open.pop().hasElse());
        return source.text().indexOf('>', at) + 1;
    }

    private boolean begins(Pattern pattern, int at) {
        return pattern.matcher(source.text()).region(at, source.text().length()).lookingAt();
    }

    private String forbidden(int at) {
        Matcher directive = DIRECTIVE.matcher(source.text());
        String shown = directive.find(at) && directive.start() == at ? directive.group() : "<#";
        return shown + " may not be used in a mail; these may: <#if …>, <#elseif …>, <#else>, </#if>, <#-- … -->.";
    }
}
