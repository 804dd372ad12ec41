package dev.atrium.authenticators.emailcode;

import dev.atrium.authenticators.emailcode.CodeRecipient.Bar;
import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.account.UserId;
import dev.atrium.core.emailcode.SentCode;
import dev.atrium.directory.project.PersonName;
import dev.atrium.invitations.emailcode.CodeLink;
import dev.atrium.invitations.emailcode.CodeMarks;
import dev.atrium.invitations.link.Links;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.ServicesLogger;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.utils.StringUtil;

/**
 * The mail with a code. It is written after the answer, whoever the recipient is, so that nobody is told or can measure
 * whether there is one.
 *
 * @param asked what Keycloak noted of the request
 */
record CodeMail(CodeRecipient recipient, SentCodes.Fresh code, Event asked) {
    private static final String ACTION = "action";

    /** Writes it to whom it is for, if that is somebody who may have it; the event says why not. */
    void send(KeycloakSession job, AuthenticationSessionModel authSession) {
        Optional<UserModel> person = recipient.person(job);
        EventBuilder event = event(job, authSession.getRealm());
        person.ifPresent(event::user);
        Optional<Bar> bar = bar(job, authSession, person);
        if (bar.isPresent()) {
            event.detail(Details.REASON, bar.get().reason()).error(bar.get().error());
        } else {
            send(job, authSession, person.orElseThrow(), event);
        }
    }

    /** Keycloak lets one request try a person's credentials at a time; a mail is no try, so none is turned away for it. */
    private Optional<Bar> bar(KeycloakSession job, AuthenticationSessionModel authSession, Optional<UserModel> person) {
        job.getContext().setAuthenticationSession(null);
        Optional<Bar> bar = recipient.bar(job, person).or(() -> tooMany(job, person.orElseThrow()));
        job.getContext().setAuthenticationSession(authSession);
        return bar;
    }

    private static Optional<Bar> tooMany(KeycloakSession job, UserModel person) {
        return MailAllowance.take(job, person)
                ? Optional.empty()
                : Optional.of(new Bar(Errors.EMAIL_SEND_FAILED, "This person was sent too many codes within an hour"));
    }

    private void send(
            KeycloakSession job, AuthenticationSessionModel authSession, UserModel person, EventBuilder event) {
        RealmModel realm = authSession.getRealm();
        EmailAddress address = CodeRecipient.address(person).orElseThrow();
        new CodeMarks(job, code.kept().id()).mail(new UserId(person.getId()), address);
        try {
            job.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(person)
                    .setAuthenticationSession(authSession)
                    .send(
                            "atrium.mail.email-code.subject",
                            List.of(nameOf(realm)),
                            "email-code.ftl",
                            values(person, link(job, authSession, person, address)));
            event.detail(Details.EMAIL, address.value())
                    .detail(Details.CODE_ID, authSession.getParentSession().getId())
                    .success();
        } catch (EmailException unsent) {
            event.detail(Details.REASON, unsent.getMessage()).error(Errors.EMAIL_SEND_FAILED);
            ServicesLogger.LOGGER.failedToSendEmail(unsent);
        }
    }

    /** Whoever made an account that nobody verified gave it its name, and has no say in a mail to its address. */
    private Map<String, Object> values(UserModel person, URI link) {
        Map<String, Object> values = new HashMap<>();
        values.put("code", code.code().digits());
        values.put("link", link.toString());
        values.put("linkExpiration", SentCode.LIFETIME.toMinutes());
        if (person.isEmailVerified() && StringUtil.isNotBlank(person.getFirstName())) {
            PersonName.full(person).ifPresent(name -> values.put("personName", name));
        }
        return values;
    }

    private URI link(
            KeycloakSession job, AuthenticationSessionModel authSession, UserModel person, EmailAddress address) {
        CodeLink link = new CodeLink(
                AuthenticationSessionCompoundId.fromAuthSession(authSession),
                code.code(),
                code.kept().id(),
                address,
                code.kept().expires());
        return new Links(job)
                .address(
                        link.link(),
                        Optional.of(job.getContext().resolveLocale(person).toLanguageTag()));
    }

    private EventBuilder event(KeycloakSession job, RealmModel realm) {
        EventBuilder event = new EventBuilder(realm, job)
                .event(EventType.SEND_VERIFY_EMAIL)
                .client(asked.getClientId())
                .ipAddress(asked.getIpAddress());
        Optional.ofNullable(asked.getDetails()).orElse(Map.of()).forEach(event::detail);
        return event.detail(ACTION, EmailCodeAuthenticatorFactory.ID);
    }

    private static String nameOf(RealmModel realm) {
        return StringUtil.isBlank(realm.getDisplayName()) ? realm.getName() : realm.getDisplayName();
    }
}
