package dev.atrium.mail.template;

import dev.atrium.core.mail.MailTemplate;
import dev.atrium.core.mail.TemplatePart;
import dev.atrium.core.mail.TemplateProblem;
import dev.atrium.core.mail.TemplateVariable;
import dev.atrium.core.mail.WrittenMail;
import dev.atrium.mail.html.Limits;
import dev.atrium.mail.html.MailHtml;
import dev.atrium.mail.html.OneTimeValues;
import dev.atrium.mail.html.Utf8;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A template that somebody wrote for a mail with these variables. */
public final class CustomTemplate {
    private static final String ONE_TIME = "Anyone who has ${link} or ${code} can act as the recipient: ";

    private final MailTemplate template;
    private final List<TemplateVariable> variables;
    private final Set<String> names;

    public CustomTemplate(MailTemplate template, List<TemplateVariable> variables) {
        this.template = template;
        this.variables = List.copyOf(variables);
        this.names = variables.stream().map(TemplateVariable::name).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A mail as it is sent.
     *
     * @param cut what of the template was left out
     */
    public record Written(WrittenMail mail, List<TemplateProblem> cut) {}

    /** What keeps it from being used as it is: nothing, when it may be. */
    public List<TemplateProblem> problems() {
        List<TemplateProblem> problems = new ArrayList<>();
        problems.addAll(part(TemplatePart.SUBJECT, template.subject()).problems());
        problems.addAll(part(TemplatePart.TEXT, template.text()).problems());
        template.html()
                .ifPresent(html -> problems.addAll(part(TemplatePart.HTML, html).problems()));
        return problems.isEmpty() ? new SampleMails(this, variables).problems() : problems;
    }

    /**
     * Writes the mail.
     *
     * @param values of its variables; those that are missing are empty
     * @throws TemplateSyntaxException when nothing can be made of it, it comes to more than a mail may be, or it puts a value
     *     that lets its reader in where others could get it
     */
    public Written write(Locale locale, Map<String, String> values) throws TemplateSyntaxException {
        Map<String, String> all = new HashMap<>();
        names.forEach(name -> all.put(name, values.getOrDefault(name, "")));
        OneTimeValues once = new OneTimeValues(all);
        String subject = part(TemplatePart.SUBJECT, template.subject()).filled(locale, all);
        String text = part(TemplatePart.TEXT, template.text()).filled(locale, all);
        if (once.isIn(subject)) {
            throw unusable(TemplatePart.SUBJECT, ONE_TIME + "neither is allowed in a subject.");
        }
        requireApart(TemplatePart.TEXT, once.isMisplacedIn(text));
        WrittenMail plain = new WrittenMail(line(subject), once.shown(text), Optional.empty());
        requireShort(TemplatePart.TEXT, plain.text());
        if (template.html().isEmpty()) {
            return new Written(plain, List.of());
        }
        MailHtml html = html(part(TemplatePart.HTML, template.html().get()).filled(locale, all), once);
        return new Written(
                new WrittenMail(plain.subject(), plain.text(), Optional.of(html.html())),
                html.cut().stream()
                        .map(cut -> TemplateProblem.of(TemplatePart.HTML, cut))
                        .toList());
    }

    private static MailHtml html(String filled, OneTimeValues once) throws TemplateSyntaxException {
        try {
            MailHtml html = MailHtml.of(filled, once);
            requireApart(TemplatePart.HTML, html.misplaced());
            requireShort(TemplatePart.HTML, html.html());
            return html;
        } catch (Limits.Exceeded tooMuch) {
            throw unusable(TemplatePart.HTML, String.valueOf(tooMuch.getMessage()));
        }
    }

    private static void requireApart(TemplatePart part, boolean misplaced) throws TemplateSyntaxException {
        if (misplaced) {
            throw unusable(
                    part,
                    ONE_TIME
                            + "each is allowed only as text, unchanged and with spaces around it, and ${link} also as the whole"
                            + " address of a link, <a href=\"${link}\">.");
        }
    }

    private static void requireShort(TemplatePart part, String written) throws TemplateSyntaxException {
        if (Utf8.exceeds(written, Limits.MOST_BYTES) >= 0) {
            throw unusable(part, Limits.TOO_LONG);
        }
    }

    /** Line breaks in a subject would begin a header of the sender's choice. */
    private static String line(String subject) {
        return subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private TemplateText part(TemplatePart part, String source) {
        return new TemplateText(part, source, names);
    }

    private static TemplateSyntaxException unusable(TemplatePart part, String why) {
        return new TemplateSyntaxException(TemplateProblem.of(part, why));
    }
}
