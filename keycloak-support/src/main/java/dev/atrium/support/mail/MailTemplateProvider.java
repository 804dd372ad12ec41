package dev.atrium.support.mail;

import dev.atrium.core.mail.MailTemplate;
import dev.atrium.core.mail.MailTemplateKey;
import dev.atrium.core.mail.ProjectMail;
import dev.atrium.core.mail.TemplateProblem;
import dev.atrium.core.mail.TemplateVariable;
import dev.atrium.core.mail.WrittenMail;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.outbox.MessageId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Knows the mails that may be worded anew, and writes them as they would be sent. The realm is that of the session. */
public interface MailTemplateProvider extends Provider {
    /** The kinds of mail that own templates may word, each with the variables it has. */
    Map<String, List<TemplateVariable>> kinds();

    /** What keeps a template from being used for this kind. */
    List<TemplateProblem> check(String kind, MailTemplate template);

    /**
     * Writes a mail with sample data.
     *
     * @param draft what to write; the stored text that would be used when empty
     */
    Preview preview(RealmModel realm, MailTemplateKey key, Optional<MailTemplate> draft);

    /** Sends a mail that was written so, marked as a test. */
    MessageId sendTest(RealmModel realm, MailTemplateKey key, WrittenMail mail, String address);

    /** How a project's mails are sent, and what of its settings is not heeded. */
    ProjectMail sender(RealmModel realm, ProjectId project);

    /**
     * A mail as it would be sent.
     *
     * @param origin whose words they are
     * @param problems why there is no mail, or what keeps its template from being saved today
     */
    record Preview(Origin origin, Optional<WrittenMail> mail, List<TemplateProblem> problems) {}

    /** Whose words a mail has. */
    enum Origin {
        DRAFT,
        PROJECT,
        REALM,
        THEME
    }
}
