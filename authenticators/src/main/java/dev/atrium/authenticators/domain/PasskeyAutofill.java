package dev.atrium.authenticators.domain;

import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.login.LoginPolicy;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.WebAuthnConditionalUIAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationManager;

/** Keycloak's passkeys on a page that asks for a name: the browser suggests them as one clicks into the field. */
final class PasskeyAutofill {
    private final KeycloakSession session;
    private final WebAuthnConditionalUIAuthenticator keycloaks;

    PasskeyAutofill(KeycloakSession session) {
        this.session = session;
        this.keycloaks = new WebAuthnConditionalUIAuthenticator(
                session, flow -> flow.form().createLoginUsername());
    }

    /** Puts them on the page, where the realm has them switched on and somebody may sign in by them. */
    void offer(AuthenticationFlowContext flow) {
        if (isOn()) {
            keycloaks.fillContextForm(flow);
        }
    }

    /** Whether the browser answers with a passkey, or says why there is none. */
    boolean isAnswered(AuthenticationFlowContext flow) {
        return isAnswer(flow.getHttpRequest().getDecodedFormParameters()) && isOn();
    }

    private boolean isOn() {
        return keycloaks.isPasskeysEnabled() && LoginPolicy.of(session).mayLeadTo(Own.PASSKEY);
    }

    /** Signs in whoever has the passkey, if they may. */
    void accept(AuthenticationFlowContext flow) {
        keycloaks.action(flow);
        PasskeyOwner.check(flow, Optional.empty());
    }

    /** With a name beside it Keycloak would look that up first, and say whether there is such an account. */
    private static boolean isAnswer(MultivaluedMap<String, String> posted) {
        return posted.containsKey(WebAuthnConstants.USER_HANDLE)
                && !posted.containsKey(AuthenticationManager.FORM_USERNAME);
    }
}
