package dev.atrium.mail.template;

import dev.atrium.core.mail.MailTemplate;
import dev.atrium.core.mail.TemplateProblem;
import dev.atrium.core.mail.TemplateVariable;
import dev.atrium.core.mail.WrittenMail;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Templates of which a test writes one part, for a mail with a few variables. */
final class Templates {
    static final List<TemplateVariable> VARIABLES = List.of(
            new TemplateVariable("name", "", "Ann"),
            new TemplateVariable("words", "", "See you!"),
            new TemplateVariable("link", "", "https://sign-in.example/link"),
            new TemplateVariable("code", "", "123456"),
            new TemplateVariable("logoUrl", "", ""),
            new TemplateVariable("colour", "", "#00665c"));

    private Templates() {}

    static CustomTemplate text(String text) {
        return own(new MailTemplate("Hello", text, Optional.empty()));
    }

    static CustomTemplate html(String html) {
        return own(new MailTemplate("Hello", "Hello", Optional.of(html)));
    }

    static CustomTemplate subject(String subject) {
        return own(new MailTemplate(subject, "Hello", Optional.empty()));
    }

    static CustomTemplate own(MailTemplate template) {
        return new CustomTemplate(template, VARIABLES);
    }

    static String written(String text, Map<String, String> values) {
        return write(text(text), values).text();
    }

    static String writtenHtml(String html, Map<String, String> values) {
        return write(html(html), values).html().orElseThrow();
    }

    static WrittenMail write(CustomTemplate template, Map<String, String> values) {
        try {
            return template.write(Locale.ENGLISH, values).mail();
        } catch (TemplateSyntaxException unusable) {
            throw new AssertionError(unusable.getMessage(), unusable);
        }
    }

    /** Each problem as its place and message. */
    static List<String> problems(CustomTemplate template) {
        return template.problems().stream().map(Templates::shown).toList();
    }

    private static String shown(TemplateProblem problem) {
        return problem.hasPlace()
                ? problem.line() + ":" + problem.column() + " " + problem.message()
                : problem.message();
    }
}
