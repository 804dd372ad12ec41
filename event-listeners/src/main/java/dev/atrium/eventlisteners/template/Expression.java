package dev.atrium.eventlisteners.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads an expression of a template: documented variables, texts in quotes, conditions, and the {@link BuiltIn}s.
 *
 * <p>It binds as FreeMarker does: {@code ?} before {@code !}, {@code +}, {@code ==}, {@code &&} and {@code ||}.
 */
final class Expression {
    enum Kind {
        TEXT("a text"),
        CONDITION("a condition");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final Source source;
    private final Set<String> known;
    private final Cursor cursor;
    private final List<String> names = new ArrayList<>();

    Expression(Source source, Set<String> known, int start) {
        this.source = source;
        this.known = known;
        this.cursor = new Cursor(source, start);
    }

    /** Reads one of this kind, and says where it ended. */
    int read(Kind expected) {
        int start = cursor.next();
        need(expected, any(), start);
        return cursor.next();
    }

    /** The variables in it. */
    List<String> names() {
        return List.copyOf(names);
    }

    private Kind any() {
        int start = cursor.next();
        Kind left = all();
        while (cursor.take("||")) {
            left = both(Kind.CONDITION, left, start, all());
        }
        return left;
    }

    private Kind all() {
        int start = cursor.next();
        Kind left = equal();
        while (cursor.take("&&")) {
            left = both(Kind.CONDITION, left, start, equal());
        }
        return left;
    }

    private Kind equal() {
        int start = cursor.next();
        Kind left = sum();
        if (cursor.take("==") || cursor.take("!=")) {
            both(left, left, start, sum());
            return Kind.CONDITION;
        }
        return left;
    }

    private Kind sum() {
        int start = cursor.next();
        Kind left = negated();
        while (cursor.take("+")) {
            left = both(Kind.TEXT, left, start, negated());
        }
        return left;
    }

    private Kind negated() {
        if (!cursor.take("!")) {
            return extended();
        }
        cursor.enter();
        int start = cursor.next();
        Kind kind = negated();
        need(Kind.CONDITION, kind, start);
        cursor.leave();
        return kind;
    }

    /** A term with its built-ins. */
    private Kind extended() {
        int start = cursor.next();
        Kind kind = term();
        while (true) {
            if (cursor.sees("??") || (cursor.sees("!") && !cursor.sees("!="))) {
                throw new Unfit(
                        cursor.next(),
                        "Every variable is there and may be empty, so neither ! nor ?? is needed;"
                                + " ask whether it is empty with name?has_content.");
            }
            if (!cursor.take("?")) {
                return kind;
            }
            kind = builtIn(kind, start);
        }
    }

    private Kind builtIn(Kind kind, int start) {
        int place = cursor.next();
        String name = cursor.name();
        BuiltIn builtIn = BuiltIn.named(name)
                .orElseThrow(() ->
                        new Unfit(place, "?" + name + " may not be used in a mail; these may: " + BuiltIn.all() + "."));
        cursor.count();
        need(builtIn.of(), kind, start);
        String before = "(";
        for (Kind parameter : builtIn.parameters()) {
            cursor.expect(before);
            nested(parameter);
            before = ",";
        }
        if (!builtIn.parameters().isEmpty()) {
            cursor.expect(")");
        }
        return builtIn.gives();
    }

    private void nested(Kind expected) {
        cursor.enter();
        int start = cursor.next();
        need(expected, any(), start);
        cursor.leave();
    }

    private Kind term() {
        cursor.count();
        if (cursor.literal()) {
            return Kind.TEXT;
        }
        if (cursor.take("(")) {
            cursor.enter();
            Kind kind = any();
            cursor.leave();
            cursor.expect(")");
            return kind;
        }
        return variable();
    }

    private Kind variable() {
        int start = cursor.next();
        String name = cursor.name();
        if (name.equals("true") || name.equals("false")) {
            return Kind.CONDITION;
        }
        if (!known.contains(name)) {
            source.problem(
                    start,
                    "There is no variable " + name + " in this mail; there are: "
                            + String.join(", ", known.stream().sorted().toList()) + ".");
        }
        names.add(name);
        return Kind.TEXT;
    }

    private static Kind both(Kind expected, Kind left, int start, Kind right) {
        need(expected, left, start);
        need(expected, right, start);
        return expected;
    }

    private static void need(Kind expected, Kind found, int offset) {
        if (expected != found) {
            throw new Unfit(offset, "Here " + expected.words + " is needed, not " + found.words + ".");
        }
    }
}
