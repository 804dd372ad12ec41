package dev.atrium.mail.compose;

import dev.atrium.core.mail.TemplateVariable;
import dev.atrium.mail.language.MailWords;
import dev.atrium.outbox.message.MailKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a preview shows in the place of values: words in the language of the mail, and names, which are the same in all. */
final class MailSamples {
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

    private MailSamples() {}

    static Map<String, String> of(List<TemplateVariable> variables, MailWords words) {
        Map<String, String> samples = new HashMap<>();
        variables.forEach(variable -> samples.put(variable.name(), variable.sample()));
        Map<MailVariables, String> said = Map.of(
                MailVariables.PROJECT_NAME, words.say("sample.project"),
                MailVariables.PROFILE_LABEL, words.say("profile.Practitioner"),
                MailVariables.WORDS, words.say("sample.words"),
                MailVariables.OCCASION, words.say(MailKind.SECURITY_NOTICE.id() + ".password-set"),
                MailVariables.WHEN, Recipient.written(TIME, words.locale()),
                MailVariables.LINK_EXPIRATION, Recipient.written(TIME, words.locale()),
                MailVariables.ACTIONS,
                        words.message("requiredAction.UPDATE_PASSWORD") + ", "
                                + words.message("requiredAction.VERIFY_EMAIL"));
        said.forEach((variable, text) -> samples.replace(variable.written(), text));
        return samples;
    }
}
