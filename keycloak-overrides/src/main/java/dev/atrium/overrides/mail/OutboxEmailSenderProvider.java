package dev.atrium.overrides.mail;

import dev.atrium.core.account.UserId;
import dev.atrium.mail.compose.MailTopic;
import dev.atrium.outbox.message.MailContent;
import dev.atrium.outbox.smtp.MailOutbox;
import dev.atrium.outbox.smtp.MimeMail;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Puts each mail of Keycloak into the outbox, so that it goes after the commit, and again until it got through. */
final class OutboxEmailSenderProvider implements EmailSenderProvider {
    private static final String UNNAMED = "mail";

    private final KeycloakSession session;

    OutboxEmailSenderProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void send(
            Map<String, String> config, UserModel user, String subject, @Nullable String text, @Nullable String html)
            throws EmailException {
        String address = user.getEmail();
        if (address == null) {
            throw new EmailException("No email address configured for the user");
        }
        add(config, address, Optional.ofNullable(user.getId()).map(UserId::new), new MailContent(subject, text, html));
    }

    @Override
    public void send(
            Map<String, String> config, String address, String subject, @Nullable String text, @Nullable String html)
            throws EmailException {
        add(config, address, Optional.empty(), new MailContent(subject, text, html));
    }

    @Override
    public void validate(Map<String, String> config) throws EmailException {
        keycloaks(session).validate(config);
    }

    @Override
    public void close() {}

    /** Keycloak's own sender, which sends at once. */
    static EmailSenderProvider keycloaks(KeycloakSession session) {
        return session.getProvider(EmailSenderProvider.class, "default");
    }

    private void add(Map<String, String> config, String address, Optional<UserId> user, MailContent content)
            throws EmailException {
        RealmModel realm = session.getContext().getRealm();
        new MimeMail(config).checkAddress(address);
        new MailOutbox(session, realm)
                .add(new MailOutbox.Letter(
                        address,
                        MailTopic.current(session).orElse(UNNAMED),
                        content.sentFor(MailTopic.occasion(session)),
                        user,
                        MailTopic.project(session)));
    }
}
