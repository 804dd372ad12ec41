package dev.atrium.eventlisteners.template;

/** Where reading an expression has come to, and the words of which one consists. */
final class Cursor {
    private static final int DEEPEST = 20;
    private static final int MOST_TERMS = 50;

    private final Source source;
    private int at;
    private int depth;
    private int terms;

    Cursor(Source source, int start) {
        this.source = source;
        this.at = start;
    }

    int at() {
        return at;
    }

    /** The place of what comes next. */
    int next() {
        at = source.afterBlanks(at);
        return at;
    }

    boolean sees(String what) {
        return source.has(what, next());
    }

    boolean take(String what) {
        boolean there = sees(what);
        at += there ? what.length() : 0;
        return there;
    }

    void expect(String what) {
        if (!take(what)) {
            throw new Unfit(next(), "Here " + what + " is expected.");
        }
    }

    String name() {
        int start = next();
        while (isPartOfName(source.at(at))) {
            at++;
        }
        if (at == start || Character.isDigit(source.at(start))) {
            throw new Unfit(start, "A variable, a text in quotes or a condition is expected here.");
        }
        return source.text().substring(start, at);
    }

    /** Passes over a text in quotes, if there is one. */
    boolean literal() {
        int start = next();
        char quote = source.at(start);
        if (quote != '"' && quote != '\'') {
            return false;
        }
        for (at = start + 1; source.at(at) != quote; at++) {
            if (at >= source.text().length()) {
                throw new Unfit(start, "This text in quotes never ends.");
            }
            if (source.at(at) == '\\' || source.has("${", at) || source.has("#{", at)) {
                throw new Unfit(at, "A text in quotes can hold neither \\ nor ${…}; join texts with +.");
            }
        }
        at++;
        return true;
    }

    void enter() {
        if (++depth > DEEPEST) {
            throw new Unfit(at, "This is nested too deeply; at most " + DEEPEST + " levels are possible.");
        }
    }

    void leave() {
        depth--;
    }

    /** Counts what costs something. */
    void count() {
        if (++terms > MOST_TERMS) {
            throw new Unfit(at, "This expression is too long; at most " + MOST_TERMS + " terms are possible.");
        }
    }

    private static boolean isPartOfName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
