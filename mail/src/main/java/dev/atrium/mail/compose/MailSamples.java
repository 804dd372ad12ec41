package dev.atrium.mail.compose;

import dev.atrium.core.mail.TemplateVariable;
import dev.atrium.mail.language.MailMessages;
import dev.atrium.mail.language.MailTimes;
import dev.atrium.outbox.message.MailKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a preview shows in the place of values: words in the language of the mail, and names, which are the same in all. */
final class MailSamples {
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

    private MailSamples() {}

    static Map<String, String> of(List<TemplateVariable> variables, MailMessages messages) {
        MailTimes times = new MailTimes(ZoneOffset.UTC, messages.locale());
        Map<String, String> samples = new HashMap<>();
        variables.forEach(variable -> samples.put(variable.name(), variable.sample()));
        Map<MailVariables, String> said = Map.of(
                MailVariables.PROJECT_NAME, messages.say("sample.project"),
                MailVariables.PROFILE_LABEL, messages.say("profile.Practitioner"),
                MailVariables.WORDS, messages.say("sample.words"),
                MailVariables.OCCASION, messages.say(MailKind.SECURITY_NOTICE.id() + ".password-set"),
                MailVariables.WHEN, times.written(TIME),
                MailVariables.LINK_EXPIRATION, times.written(TIME),
                MailVariables.ACTIONS,
                        messages.message("requiredAction.UPDATE_PASSWORD") + ", "
                                + messages.message("requiredAction.VERIFY_EMAIL"));
        said.forEach((variable, text) -> samples.replace(variable.written(), text));
        return samples;
    }
}
