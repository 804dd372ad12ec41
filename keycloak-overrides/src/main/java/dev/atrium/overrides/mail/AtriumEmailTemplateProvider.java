package dev.atrium.overrides.mail;

import dev.atrium.core.mail.WrittenMail;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.mail.compose.CustomMails;
import dev.atrium.mail.compose.KeycloakMailValues;
import dev.atrium.mail.compose.MailTopic;
import dev.atrium.mail.compose.MailVariables;
import dev.atrium.mail.language.MailMessages;
import dev.atrium.mail.language.MailTimes;
import dev.atrium.outbox.message.MailOccasion;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Keycloak's mails, in own words where there are any, with their name for the outbox; only the test of a mail server
 * goes there at once.
 */
final class AtriumEmailTemplateProvider extends FreeMarkerEmailTemplateProvider {
    private boolean atOnce;

    AtriumEmailTemplateProvider(KeycloakSession session) {
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
        String kind = template.replace(".ftl", "");
        Optional<ProjectId> project = KeycloakMailValues.project(attributes);
        MailTopic.set(
                session,
                kind,
                project,
                KeycloakMailValues.until(attributes)
                        .map(MailOccasion.NONE::until)
                        .orElse(MailOccasion.NONE));
        Optional<WrittenMail> own = MailVariables.kinds().containsKey(kind)
                ? new CustomMails(session, realm).write(ordered(kind, project, attributes))
                : Optional.empty();
        return own.isPresent()
                ? written(own.get())
                : super.processTemplate(subjectKey, subjectAttributes, template, attributes);
    }

    @Override
    protected void send(
            Map<String, String> config, String subject, String textBody, String htmlBody, @Nullable String address)
            throws EmailException {
        if (!atOnce) {
            super.send(config, subject, textBody, htmlBody, address);
            return;
        }
        EmailSenderProvider sender = OutboxEmailSenderProvider.keycloaks(session);
        sender.send(config, address == null ? user.getEmail() : address, subject, textBody, htmlBody);
    }

    private CustomMails.Ordered ordered(String kind, Optional<ProjectId> project, Map<String, Object> attributes)
            throws EmailException {
        boolean theirs = Boolean.parseBoolean(String.valueOf(attributes.get(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER)));
        Locale locale = session.getContext().resolveLocale(user, theirs);
        try {
            MailMessages messages = MailMessages.of(getTheme(), realm, locale);
            MailTimes times = MailTimes.of(session, locale, user, project);
            return new CustomMails.Ordered(
                    kind, project, locale, KeycloakMailValues.of(attributes, user, messages, times));
        } catch (IOException broken) {
            throw new EmailException("The e-mail theme cannot be read", broken);
        }
    }

    @SuppressWarnings("NullAway") // a mail without HTML is none to Keycloak either
    private static EmailTemplate written(WrittenMail mail) {
        return new EmailTemplate(mail.subject(), mail.text(), mail.html().orElse(null));
    }
}
