package dev.atrium.eventlisteners.template;

import dev.atrium.core.mail.MailTemplate;
import dev.atrium.core.mail.TemplatePart;
import dev.atrium.core.mail.TemplateProblem;
import dev.atrium.core.mail.TemplateVariable;
import dev.atrium.core.mail.WrittenMail;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A template that somebody wrote for a mail with these variables. */
public final class OwnTemplate {
    private static final int LONGEST_SUBJECT = 1000;

    private final MailTemplate template;
    private final List<TemplateVariable> variables;
    private final Set<String> names;

    public OwnTemplate(MailTemplate template, List<TemplateVariable> variables) {
        this.template = template;
        this.variables = List.copyOf(variables);
        this.names = variables.stream().map(TemplateVariable::name).collect(Collectors.toUnmodifiableSet());
    }

    /** What keeps it from being used: nothing, when it may be. */
    public List<TemplateProblem> problems() {
        List<TemplateProblem> problems = new ArrayList<>();
        problems.addAll(problems(new Source(TemplatePart.SUBJECT, template.subject())));
        problems.addAll(problems(new Source(TemplatePart.TEXT, template.text())));
        template.html().ifPresent(html -> problems.addAll(problems(new Source(TemplatePart.HTML, html))));
        return problems;
    }

    /**
     * Writes the mail.
     *
     * @param values of its variables; those that are missing are empty
     * @throws UnusableTemplate when it has problems, or comes to more than a mail may be
     */
    public WrittenMail write(Locale locale, Map<String, String> values) throws UnusableTemplate {
        List<TemplateProblem> problems = problems();
        if (!problems.isEmpty()) {
            throw new UnusableTemplate(problems.get(0));
        }
        Map<String, String> all = new HashMap<>();
        variables.forEach(variable -> all.put(variable.name(), values.getOrDefault(variable.name(), "")));
        String subject = write(TemplatePart.SUBJECT, template.subject(), locale, all);
        String text = write(TemplatePart.TEXT, template.text(), locale, all);
        if (template.html().isEmpty()) {
            return new WrittenMail(line(subject), text, template.html());
        }
        String html = write(TemplatePart.HTML, template.html().get(), locale, all);
        return new WrittenMail(line(subject), text, Optional.of(html));
    }

    /** Line breaks in a subject would begin a header of the sender's choice. */
    private static String line(String subject) {
        return subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static String write(TemplatePart part, String source, Locale locale, Map<String, String> values)
            throws UnusableTemplate {
        try {
            return Sandbox.write(Sandbox.parse(part, source), locale, values);
        } catch (ParseException | TemplateException | Limits.Exceeded unusable) {
            throw new UnusableTemplate(new TemplateProblem(part, 1, 1, firstLine(unusable)));
        }
    }

    private List<TemplateProblem> problems(Source source) {
        int most = source.part() == TemplatePart.SUBJECT ? LONGEST_SUBJECT : Limits.MOST_BYTES;
        int tooLong = Utf8.exceeds(source.text(), most);
        if (tooLong >= 0) {
            source.problem(tooLong, "This is too long: it may have " + most + " bytes, and ends here.");
            return source.problems();
        }
        Surroundings surroundings = source.part() == TemplatePart.HTML
                ? new HtmlSurroundings(source, MailValues.DOCUMENTED)
                : new TextSurroundings(source, MailValues.DOCUMENTED);
        new TemplateReader(source, names, surroundings).read();
        if (source.problems().isEmpty()) {
            parse(source);
        }
        return source.problems();
    }

    private static void parse(Source source) {
        try {
            Sandbox.parse(source.part(), source.text());
        } catch (ParseException unfit) {
            source.problem(unfit.getLineNumber(), unfit.getColumnNumber(), firstLine(unfit));
        }
    }

    private static String firstLine(Exception problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    }
}
