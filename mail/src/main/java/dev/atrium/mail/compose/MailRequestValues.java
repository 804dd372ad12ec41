package dev.atrium.mail.compose;

import java.util.HashMap;
import java.util.Map;

/** What own templates call the variables of Atrium's mails, which have other names in themes. */
final class MailRequestValues {
    private static final Map<String, String> NAMES = Map.of(
            "personName", MailVariables.RECIPIENT_NAME.written(),
            "profileName", MailVariables.PROFILE_LABEL.written(),
            "linkUntil", MailVariables.LINK_EXPIRATION.written(),
            "ownWords", MailVariables.WORDS.written(),
            "notice", MailVariables.OCCASION.written());

    private MailRequestValues() {}

    static CustomMails.Ordered of(MailRequest order) {
        Map<String, String> values = new HashMap<>();
        order.variables().forEach((name, value) -> {
            if (value instanceof String text) {
                values.put(NAMES.getOrDefault(name, name), text);
            }
        });
        values.put(MailVariables.RECIPIENT_EMAIL.written(), order.address());
        return new CustomMails.Ordered(order.kind().id(), order.project(), order.locale(), values);
    }

    /** The variables of a mail in the theme, made from values as own templates name them. */
    static Map<String, Object> themeVariables(Map<String, String> values) {
        Map<String, Object> variables = new HashMap<>(values);
        NAMES.forEach((themes, own) -> variables.put(themes, values.getOrDefault(own, "")));
        variables.put("byAdministrator", false);
        return variables;
    }
}
