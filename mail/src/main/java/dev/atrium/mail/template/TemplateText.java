package dev.atrium.mail.template;

import dev.atrium.core.mail.TemplatePart;
import dev.atrium.core.mail.TemplateProblem;
import dev.atrium.mail.html.Limits;
import dev.atrium.mail.html.Utf8;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One part of a template, and which variables it may name. */
record TemplateText(TemplatePart part, String source, Set<String> variables) {
    private static final int LONGEST_SUBJECT = 1000;

    /** What keeps it from being filled in. */
    List<TemplateProblem> problems() {
        int most = part == TemplatePart.SUBJECT ? LONGEST_SUBJECT : Limits.MOST_BYTES;
        int tooLong = Utf8.exceeds(source, most);
        if (tooLong >= 0) {
            return List.of(TemplateProblem.at(
                    part,
                    source,
                    tooLong,
                    "This is too long: the limit is " + most + " bytes, which is reached here."));
        }
        List<TemplateProblem> problems = new TemplateSource(part, source, variables).problems();
        return problems.isEmpty() ? unreadable() : problems;
    }

    /** The text with these values in the places of its variables. */
    String filled(Locale locale, Map<String, String> values) throws TemplateSyntaxException {
        List<TemplateProblem> problems = problems();
        if (!problems.isEmpty()) {
            throw new TemplateSyntaxException(problems.get(0));
        }
        try {
            return Sandbox.write(Sandbox.parse(part, source), locale, values);
        } catch (ParseException changed) {
            throw new IllegalStateException("what could be read cannot be read again", changed);
        } catch (TemplateException unfit) {
            throw new TemplateSyntaxException(new TemplateProblem(
                    part,
                    number(unfit.getLineNumber()),
                    number(unfit.getColumnNumber()),
                    say(unfit.getMessageWithoutStackTop())));
        } catch (Limits.Exceeded tooMuch) {
            throw new TemplateSyntaxException(TemplateProblem.of(part, String.valueOf(tooMuch.getMessage())));
        }
    }

    private List<TemplateProblem> unreadable() {
        try {
            Sandbox.parse(part, source);
            return List.of();
        } catch (ParseException unfit) {
            return List.of(new TemplateProblem(
                    part, unfit.getLineNumber(), unfit.getColumnNumber(), say(unfit.getEditorMessage())));
        }
    }

    private static int number(@Nullable Integer place) {
        return place == null ? 0 : place;
    }

    /** The sentence that FreeMarker begins with. */
    private static String say(@Nullable String message) {
        return String.valueOf(message)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }
}
