package dev.atrium.eventlisteners.mail;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Keycloak's mails, with their name for the outbox; only the test of a mail server goes there at once. */
final class AtriumEmailTemplates extends FreeMarkerEmailTemplateProvider {
    private boolean atOnce;

    AtriumEmailTemplates(KeycloakSession session) {
        super(session);
    }

    @Override
    public void sendSmtpTestEmail(Map<String, String> config, UserModel user) throws EmailException {
        atOnce = true;
        super.sendSmtpTestEmail(config, user);
    }

    @Override
    protected EmailTemplate processTemplate(
            String subjectKey, List<Object> subjectAttributes, String template, Map<String, Object> attributes)
            throws EmailException {
        MailTopic.set(session, template);
        return super.processTemplate(subjectKey, subjectAttributes, template, attributes);
    }

    @Override
    protected void send(
            Map<String, String> config, String subject, String textBody, String htmlBody, @Nullable String address)
            throws EmailException {
        if (!atOnce) {
            super.send(config, subject, textBody, htmlBody, address);
            return;
        }
        EmailSenderProvider sender = OutboxEmailSender.keycloaks(session);
        sender.send(config, address == null ? user.getEmail() : address, subject, textBody, htmlBody);
    }
}
