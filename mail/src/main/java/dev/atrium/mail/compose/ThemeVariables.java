package dev.atrium.mail.compose;

import java.util.HashMap;
import java.util.Map;

/** The names that variables have in e-mail themes, some of which are older than those of custom templates. */
final class ThemeVariables {
    private static final Map<MailVariables, String> NAMES = Map.of(
            MailVariables.RECIPIENT_NAME, "personName",
            MailVariables.PROFILE_LABEL, "profileName",
            MailVariables.LINK_EXPIRATION, "linkUntil",
            MailVariables.WORDS, "ownWords",
            MailVariables.OCCASION, "notice");

    private ThemeVariables() {}

    static Map<String, Object> of(Map<MailVariables, String> values) {
        Map<String, Object> variables = new HashMap<>();
        values.forEach((variable, value) -> variables.put(NAMES.getOrDefault(variable, variable.written()), value));
        variables.put(
                MailVariables.BY_ADMINISTRATOR.written(),
                Boolean.parseBoolean(values.get(MailVariables.BY_ADMINISTRATOR)));
        return variables;
    }
}
