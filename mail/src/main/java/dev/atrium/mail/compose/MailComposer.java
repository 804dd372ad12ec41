package dev.atrium.mail.compose;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.mail.language.MailMessages;
import dev.atrium.outbox.message.MailContent;
import dev.atrium.outbox.smtp.MailOutbox;
import dev.atrium.outbox.smtp.SenderSettings;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.utils.StringUtil;

/** Writes the mails of a realm and puts them into the outbox, in the transaction of its session. */
public final class MailComposer {
    private final KeycloakSession session;
    private final RealmModel realm;

    public MailComposer(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The words of this realm's mails in that language. */
    public MailMessages words(Locale locale) {
        return new ThemeMail(session, realm).words(locale);
    }

    /** Whether there is a mail server to send by: the project's own, or the realm's. */
    public boolean hasServer(Optional<ProjectId> project) {
        SenderSettings senders = new SenderSettings(session, realm);
        return StringUtil.isNotBlank(realm.getSmtpConfig().get("host"))
                || project.filter(id -> senders.of(id).smtp().isPresent()).isPresent();
    }

    public void send(MailRequest request) {
        MailContent content = new CustomMails(session, realm)
                .write(request.ordered())
                .map(MailContent::of)
                .orElseGet(() -> new ThemeMail(session, realm).write(request))
                .sentFor(request.occasion());
        new MailOutbox(session, realm)
                .add(new MailOutbox.Letter(
                        request.address(), request.kind().id(), content, request.user(), request.project()));
    }
}
