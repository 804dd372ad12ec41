package dev.atrium.authenticators.domain;

import dev.atrium.core.login.LoginName;
import dev.atrium.support.note.ClientNote;
import dev.atrium.support.note.KeycloakNotes;
import java.util.Optional;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * What an app says of who is going to sign in: {@code login_hint} (OpenID Connect Core, section 3.1.2.1) and
 * {@code domain_hint}. Anybody can write them: they only choose among what is allowed.
 */
final class LoginHint {
    private static final ClientNote<String> DOMAIN = new ClientNote<>(
            AuthorizationEndpoint.LOGIN_SESSION_NOTE_ADDITIONAL_REQ_PARAMS_PREFIX + "domain_hint",
            text -> text,
            Optional::of);

    /** It outlives a restart, by which the person says that the hint was wrong. */
    private static final ClientNote<Boolean> FOLLOWED =
            new ClientNote<>("atrium.hint-followed", String::valueOf, text -> Optional.of(Boolean.valueOf(text)));

    private LoginHint() {}

    /** The name to go on with as if it had been typed. */
    static Optional<LoginName> name(AuthenticationSessionModel authSession) {
        return isToFollow(authSession)
                ? KeycloakNotes.LOGIN_HINT.in(authSession).flatMap(LoginName::parse)
                : Optional.empty();
    }

    /** Somebody of the domain, without a name that could be shown. */
    static Optional<LoginName> domain(AuthenticationSessionModel authSession) {
        return isToFollow(authSession) ? ofDomain(authSession) : Optional.empty();
    }

    /** Whom the app means, whether the hint is followed or not. */
    static Optional<LoginName> anyOf(AuthenticationSessionModel authSession) {
        return KeycloakNotes.LOGIN_HINT
                .in(authSession)
                .flatMap(LoginName::parse)
                .filter(LoginName::hasDomain)
                .or(() -> ofDomain(authSession));
    }

    static void follow(AuthenticationSessionModel authSession) {
        FOLLOWED.put(authSession, true);
    }

    private static Optional<LoginName> ofDomain(AuthenticationSessionModel authSession) {
        return DOMAIN.in(authSession).flatMap(domain -> LoginName.parse("somebody@" + domain));
    }

    private static boolean isToFollow(AuthenticationSessionModel authSession) {
        return FOLLOWED.in(authSession).isEmpty() && !asksWho(authSession);
    }

    /** Whether the person is to choose an account. */
    private static boolean asksWho(AuthenticationSessionModel authSession) {
        return KeycloakNotes.PROMPT
                .in(authSession)
                .filter(prompt -> TokenUtil.hasPrompt(prompt, OIDCLoginProtocol.PROMPT_VALUE_SELECT_ACCOUNT))
                .isPresent();
    }
}
