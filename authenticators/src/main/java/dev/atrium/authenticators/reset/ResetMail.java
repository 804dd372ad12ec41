package dev.atrium.authenticators.reset;

import dev.atrium.support.time.KeycloakClock;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ServicesLogger;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.utils.StringUtil;

/** Writes to whom an address belongs how to set a new password, as Keycloak's own step does within the request. */
final class ResetMail {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final AuthenticationSessionModel authSession;
    private final ResetRequest request;

    ResetMail(KeycloakSession session, AuthenticationSessionModel authSession, ResetRequest request) {
        this.session = session;
        this.realm = authSession.getRealm();
        this.authSession = authSession;
        this.request = request;
    }

    void send() {
        Optional<UserModel> person = person();
        Optional<String> problem = problem(person);
        if (problem.isPresent()) {
            EventBuilder event = event(request.event().getType());
            person.ifPresent(event::user);
            event.error(problem.get());
        } else {
            sendTo(person.orElseThrow());
        }
    }

    /** Whom the password is asked of: an address is its owner's before it is the name of somebody else. */
    private Optional<UserModel> person() {
        return Optional.ofNullable(KeycloakModelUtils.findUserByNameOrEmail(session, realm, request.typed()));
    }

    private static Optional<String> problem(Optional<UserModel> person) {
        if (person.isEmpty()) {
            return Optional.of(Errors.USER_NOT_FOUND);
        }
        if (!person.get().isEnabled()) {
            return Optional.of(Errors.USER_DISABLED);
        }
        return StringUtil.isBlank(person.get().getEmail()) ? Optional.of(Errors.INVALID_EMAIL) : Optional.empty();
    }

    private void sendTo(UserModel user) {
        Duration validity =
                Duration.ofSeconds(realm.getActionTokenGeneratedByUserLifespan(ResetCredentialsActionToken.TOKEN_TYPE));
        EventBuilder event = event(EventType.SEND_RESET_PASSWORD).user(user);
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(user)
                    .setAuthenticationSession(authSession)
                    .sendPasswordReset(link(user, validity), validity.toMinutes());
            event.detail(Details.EMAIL, user.getEmail())
                    .detail(Details.CODE_ID, authSession.getParentSession().getId())
                    .success();
        } catch (EmailException unsent) {
            event.detail(Details.REASON, unsent.getMessage()).error(Errors.EMAIL_SEND_FAILED);
            ServicesLogger.LOGGER.failedToSendPwdResetEmail(unsent);
        }
    }

    private String link(UserModel user, Duration validity) {
        ResetCredentialsActionToken token = new ResetCredentialsActionToken(
                user.getId(),
                user.getEmail(),
                (int) KeycloakClock.INSTANCE.instant().plus(validity).getEpochSecond(),
                AuthenticationSessionCompoundId.fromAuthSession(authSession).getEncodedId(),
                authSession.getClient().getClientId());
        return UriBuilder.fromUri(request.link())
                .queryParam(
                        Constants.KEY,
                        token.serialize(session, realm, session.getContext().getUri()))
                .build()
                .toString();
    }

    private EventBuilder event(EventType type) {
        Map<String, String> seen =
                Optional.ofNullable(request.event().getDetails()).orElse(Map.of());
        EventBuilder event = new EventBuilder(realm, session)
                .event(type)
                .client(request.event().getClientId())
                .ipAddress(request.event().getIpAddress());
        seen.forEach(event::detail);
        return event.detail(Details.USERNAME, request.typed());
    }
}
