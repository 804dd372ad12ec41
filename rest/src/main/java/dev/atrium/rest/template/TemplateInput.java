package dev.atrium.rest.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.core.mail.Language;
import dev.atrium.core.mail.MailTemplate;
import dev.atrium.core.mail.MailTemplateKey;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.Fields;
import java.util.Optional;
import java.util.Set;

/**
 * A template as a request writes it, or nothing of it.
 *
 * @param address where a test is to go
 */
record TemplateInput(
        Optional<String> kind,
        Optional<String> language,
        Optional<String> subject,
        Optional<String> text,
        Optional<String> html,
        Optional<String> address) {
    /** Far above what a template may have, so that it is told in which line it is too long. */
    private static final int LONGEST = 1_000_000;

    private static final int LONGEST_WORD = 255;
    private static final Set<String> KNOWN = Set.of(
            "project", "projectId", "kind", "language", "subject", "text", "html", "changed", "problems", "address");

    static TemplateInput read(TemplateOwner owner, ObjectNode json) {
        Fields fields = new Fields(json, KNOWN);
        fields.line("project", LONGEST_WORD).ifPresent(project -> requireSame("project", owner.isCalled(project)));
        fields.line("projectId", LONGEST_WORD).ifPresent(project -> requireSame("projectId", owner.isCalled(project)));
        return new TemplateInput(
                fields.line("kind", LONGEST_WORD),
                fields.line("language", LONGEST_WORD),
                fields.line("subject", LONGEST),
                fields.lines("text", LONGEST),
                fields.lines("html", LONGEST),
                fields.line("address", LONGEST_WORD));
    }

    MailTemplate template(MailTemplateKey key) {
        requireSame(key);
        return new MailTemplate(
                subject.orElseThrow(() -> Fields.missing("subject")),
                text.orElseThrow(() -> Fields.missing("text")),
                html);
    }

    /** The template, unless there is nothing of it. */
    Optional<MailTemplate> draft(MailTemplateKey key) {
        return subject.isEmpty() && text.isEmpty() && html.isEmpty() ? Optional.empty() : Optional.of(template(key));
    }

    private void requireSame(MailTemplateKey key) {
        kind.ifPresent(given -> requireSame("kind", given.equals(key.kind())));
        language.ifPresent(
                given -> requireSame("language", Language.parse(given).equals(Optional.of(key.language()))));
    }

    private static void requireSame(String field, boolean same) {
        if (!same) {
            throw Refused.field(field, "Differs from the one in the URL; omit it.");
        }
    }
}
