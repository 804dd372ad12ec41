package dev.atrium.core.mail;

/**
 * What keeps a template from being used as it is.
 *
 * @param line from 1; 0 for what has no place, as it was found in the mail that the template makes
 * @param column from 1; 0 with the line
 * @param message a sentence for whoever wrote it
 */
public record TemplateProblem(TemplatePart part, int line, int column, String message) {
    /** A problem without a place. */
    public static TemplateProblem of(TemplatePart part, String message) {
        return new TemplateProblem(part, 0, 0, message);
    }

    /** A problem at this character of a source. */
    public static TemplateProblem at(TemplatePart part, String source, int offset, String message) {
        String before = source.substring(0, Math.min(offset, source.length()));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new TemplateProblem(part, line, before.length() - before.lastIndexOf('\n'), message);
    }

    public boolean hasPlace() {
        return line > 0;
    }
}
