package dev.atrium.eventlisteners.template;

import dev.atrium.core.mail.TemplatePart;
import dev.atrium.core.mail.TemplateProblem;
import java.util.ArrayList;
import java.util.List;

/** One part of a template as it was written, and what is wrong with it. */
final class Source {
    private static final int MOST_PROBLEMS = 20;

    private final TemplatePart part;
    private final String text;
    private final List<TemplateProblem> problems = new ArrayList<>();

    Source(TemplatePart part, String text) {
        this.part = part;
        this.text = text;
    }

    TemplatePart part() {
        return part;
    }

    String text() {
        return text;
    }

    /** The character there; 0 behind the end. */
    char at(int offset) {
        return offset < text.length() ? text.charAt(offset) : 0;
    }

    boolean has(String expected, int offset) {
        return text.startsWith(expected, offset);
    }

    int afterBlanks(int offset) {
        int at = offset;
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    void problem(int offset, String message) {
        if (problems.size() < MOST_PROBLEMS) {
            String before = text.substring(0, Math.min(offset, text.length()));
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            problems.add(new TemplateProblem(part, line, before.length() - before.lastIndexOf('\n'), message));
        }
    }

    void problem(int line, int column, String message) {
        problems.add(new TemplateProblem(part, line, column, message));
    }

    List<TemplateProblem> problems() {
        return List.copyOf(problems);
    }
}
