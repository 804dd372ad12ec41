package dev.atrium.eventlisteners.mail;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Which mail is being made: its template's name, which the sender is not told. */
final class MailTopic {
    private static final String ATTRIBUTE = "atrium.mail-topic";

    private MailTopic() {}

    static void set(KeycloakSession session, String template) {
        session.setAttribute(ATTRIBUTE, template.replace(".ftl", ""));
    }

    static Optional<String> current(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE, String.class));
    }
}
