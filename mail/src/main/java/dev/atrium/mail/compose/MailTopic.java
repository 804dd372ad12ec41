package dev.atrium.mail.compose;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.outbox.message.MailOccasion;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Which mail is being made: its template's name, its project and what it is for, which the sender is not told. */
public final class MailTopic {
    private static final String ATTRIBUTE = "atrium.mail-topic";
    private static final String PROJECT = "atrium.mail-project";
    private static final String OCCASION = "atrium.mail-occasion";

    private MailTopic() {}

    /** From here on a mail of this kind is made for this, on behalf of this project if of any. */
    public static void set(KeycloakSession session, String kind, Optional<ProjectId> project, MailOccasion occasion) {
        session.setAttribute(ATTRIBUTE, kind);
        session.setAttribute(PROJECT, project);
        session.setAttribute(OCCASION, occasion);
    }

    public static MailOccasion occasion(KeycloakSession session) {
        return session.getAttribute(OCCASION) instanceof MailOccasion set ? set : MailOccasion.NONE;
    }

    public static Optional<ProjectId> project(KeycloakSession session) {
        return session.getAttribute(PROJECT) instanceof Optional<?> set
                ? set.map(ProjectId.class::cast)
                : Optional.empty();
    }

    public static Optional<String> current(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE, String.class));
    }
}
