package dev.atrium.authenticators.credentials;

import dev.atrium.authenticators.domain.AnotherWay;
import dev.atrium.authenticators.domain.OnePage;
import dev.atrium.authenticators.domain.PasskeyOwner;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.core.login.LoginName;
import dev.atrium.support.note.KeycloakNotes;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Asks for the password after the domain stage has asked for the name, or for both if it has not.
 *
 * <p>It is Keycloak's form for both at once and not the one for a password alone, because that one needs to know the user
 * already: this one looks them up together with the password.
 */
final class PasswordAuthenticator extends UniformPasswordForm {
    private final KeycloakSession session;

    PasswordAuthenticator(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public void authenticate(AuthenticationFlowContext flow) {
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        if (flow.getUser() == null
                && !OnePage.is(authSession)
                && KeycloakNotes.ATTEMPTED_USERNAME.in(authSession).isEmpty()) {
            flow.resetFlow(); // nobody was asked for a name, so there is nobody to check
            return;
        }
        KeycloakNotes.USERNAME_HIDDEN.put(authSession, !asksForName(flow));
        super.authenticate(flow);
    }

    @Override
    public void action(AuthenticationFlowContext flow) {
        if (AnotherWay.isAskedFor(flow)) {
            AnotherWay.take(flow);
            return;
        }
        super.action(flow);
        if (isPasskey(flow.getHttpRequest().getDecodedFormParameters())) {
            PasskeyOwner.check(flow, typedBefore(flow));
        }
    }

    @Override
    protected Optional<String> typed(AuthenticationFlowContext flow, MultivaluedMap<String, String> posted) {
        return asksForName(flow)
                ? Optional.ofNullable(posted.getFirst(AuthenticationManager.FORM_USERNAME))
                        .map(String::trim)
                        .filter(name -> !name.isEmpty())
                : KeycloakNotes.ATTEMPTED_USERNAME.in(flow.getAuthenticationSession());
    }

    @Override
    protected boolean validateForm(AuthenticationFlowContext flow, MultivaluedMap<String, String> posted) {
        boolean asked = asksForName(flow);
        boolean valid = super.validateForm(flow, posted);
        if (valid && asked) {
            AuthenticatorUtils.processRememberMe(flow, posted);
        }
        return valid;
    }

    /** A user name is not told that its e-mail address is wrong. */
    @Override
    protected String getDefaultChallengeMessage(AuthenticationFlowContext flow) {
        boolean address = KeycloakNotes.ATTEMPTED_USERNAME
                .in(flow.getAuthenticationSession())
                .flatMap(LoginName::parse)
                .filter(LoginName::hasDomain)
                .isPresent();
        return address ? super.getDefaultChallengeMessage(flow) : "atrium.method.name.wrong";
    }

    @Override
    protected Response challenge(AuthenticationFlowContext flow, MultivaluedMap<String, String> fields) {
        LoginFormsProvider page = AnotherWay.on(flow.form(), flow);
        return asksForName(flow) ? page.setFormData(fields).createLoginUsernamePassword() : page.createLoginPassword();
    }

    @Override
    protected Response challenge(AuthenticationFlowContext flow, String error, String field) {
        AnotherWay.on(flow.form(), flow);
        return super.challenge(flow, error, field);
    }

    @Override
    protected Response createLoginForm(LoginFormsProvider page) {
        return OnePage.is(session.getContext().getAuthenticationSession())
                ? page.createLoginUsernamePassword()
                : page.createLoginPassword();
    }

    /** Not where the rules leave the person no passkey. */
    @Override
    protected boolean isConditionalPasskeysEnabled(UserModel person) {
        return super.isConditionalPasskeysEnabled(person)
                && AnotherWay.leadsTo(session.getContext().getAuthenticationSession(), Own.PASSKEY);
    }

    private static boolean asksForName(AuthenticationFlowContext flow) {
        return flow.getUser() == null && OnePage.is(flow.getAuthenticationSession());
    }

    /** On a page of its own; nothing that was typed beside a passkey counts. */
    private static Optional<String> typedBefore(AuthenticationFlowContext flow) {
        return Optional.of(flow.getAuthenticationSession())
                .filter(authSession -> !OnePage.is(authSession))
                .flatMap(KeycloakNotes.ATTEMPTED_USERNAME::in);
    }
}
