package dev.atrium.eventlisteners.mail;

import dev.atrium.core.project.ProjectId;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.utils.StringUtil;

/** Writes the mails of a realm and puts them into the outbox, in the transaction of its session. */
public final class MailRoom {
    private final KeycloakSession session;
    private final RealmModel realm;

    public MailRoom(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The words of this realm's mails in that language. */
    public MailWords words(Locale locale) {
        return new ThemeMail(session, realm).words(locale);
    }

    /** Whether there is a mail server to send by: the project's own, or the realm's. */
    public boolean hasServer(Optional<ProjectId> project) {
        SenderSettings senders = new SenderSettings(session, realm);
        return StringUtil.isNotBlank(realm.getSmtpConfig().get("host"))
                || project.filter(id -> senders.of(id).smtp().isPresent()).isPresent();
    }

    public void send(MailOrder order) {
        MailContent content = new OwnMails(session, realm)
                .write(OrderValues.of(order))
                .map(MailContent::of)
                .orElseGet(() -> new ThemeMail(session, realm).write(branded(order)))
                .sentFor(order.occasion());
        new MailOutbox(session, realm)
                .add(new MailOutbox.Letter(order.address(), order.kind().id(), content, order.user(), order.project()));
    }

    private MailOrder branded(MailOrder order) {
        return order.with(MailBrand.of(session, realm, order.project()).themeVariables());
    }
}
