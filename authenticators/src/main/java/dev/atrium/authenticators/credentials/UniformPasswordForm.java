package dev.atrium.authenticators.credentials;

import dev.atrium.support.note.KeycloakNotes;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Details;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.validation.Validation;

/**
 * A page for a password that answers all who do not get in alike: with the same words, the same work and the same time,
 * whether nobody has the address, somebody is locked or disabled, or has no password.
 */
public abstract class UniformPasswordForm extends UsernamePasswordForm {
    public UniformPasswordForm() {}

    /** With passkeys, where the realm has them on such a page. */
    public UniformPasswordForm(KeycloakSession session) {
        super(session);
    }

    /** What was typed as the user name, on this page or one before. */
    protected abstract Optional<String> typed(AuthenticationFlowContext flow, MultivaluedMap<String, String> posted);

    /** With a name beside a passkey Keycloak would look that up first, and say whether there is such an account. */
    @Override
    public void action(AuthenticationFlowContext flow) {
        MultivaluedMap<String, String> posted = flow.getHttpRequest().getDecodedFormParameters();
        if (!isPasskey(posted) || !posted.containsKey(AuthenticationManager.FORM_USERNAME)) {
            super.action(flow);
        } else if (validateForm(flow, posted)) {
            flow.success(PasswordCredentialModel.TYPE);
        }
    }

    /** Whether the browser answers with a passkey, or says why there is none. */
    static boolean isPasskey(MultivaluedMap<String, String> posted) {
        return posted.containsKey(WebAuthnConstants.AUTHENTICATOR_DATA) || posted.containsKey(WebAuthnConstants.ERROR);
    }

    @Override
    protected boolean validateForm(AuthenticationFlowContext flow, MultivaluedMap<String, String> posted) {
        UniformResponseTime.begin(flow.getSession());
        PasswordCheck check = new PasswordCheck(flow);
        PasswordAttempt attempt = new PasswordAttempt(flow, check, person(flow, check, typed(flow, posted)));
        Optional<String> refusal = attempt.refusal();
        refusal.ifPresentOrElse(error -> refuse(flow, attempt, error), attempt::accept);
        return refusal.isEmpty();
    }

    /** Who signs in again is known; anybody else is whom the name belongs to. */
    private Optional<UserModel> person(AuthenticationFlowContext flow, PasswordCheck check, Optional<String> typed) {
        if (isUserAlreadySetBeforeUsernamePasswordAuth(flow)) {
            return Optional.ofNullable(flow.getUser());
        }
        flow.clearUser();
        typed.ifPresent(name -> {
            flow.getEvent().detail(Details.USERNAME, name);
            KeycloakNotes.ATTEMPTED_USERNAME.put(flow.getAuthenticationSession(), name);
        });
        return typed.flatMap(check::person);
    }

    private void refuse(AuthenticationFlowContext flow, PasswordAttempt attempt, String error) {
        attempt.refuse(error);
        AuthenticatorUtils.setupReauthenticationInUsernamePasswordFormError(flow);
        flow.forceChallenge(challenge(flow, getDefaultChallengeMessage(flow), Validation.FIELD_PASSWORD));
        UniformResponseTime.await(flow.getSession());
    }
}
