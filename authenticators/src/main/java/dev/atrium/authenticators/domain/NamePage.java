package dev.atrium.authenticators.domain;

import dev.atrium.core.login.LoginName;
import dev.atrium.support.note.KeycloakNotes;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;

/** The first page, which asks for an e-mail address or a user name. */
final class NamePage {
    private final PasskeyAutofill passkeys;

    NamePage(PasskeyAutofill passkeys) {
        this.passkeys = passkeys;
    }

    /** What was typed, if the realm takes it for a name. */
    static Optional<LoginName> read(RealmModel realm, String typed) {
        return LoginName.parse(typed).filter(name -> name.hasDomain() || takesUserNames(realm));
    }

    void show(AuthenticationFlowContext flow) {
        flow.challenge(page(flow).createLoginUsername());
    }

    /** Shows it again, because of something that is wrong with what was typed, or that there is no way on from there. */
    void show(AuthenticationFlowContext flow, String error) {
        flow.challenge(page(flow)
                .addError(new FormMessage(AuthenticationManager.FORM_USERNAME, error))
                .createLoginUsername());
    }

    /** Shows it again, because what was typed is no name. */
    void showInvalid(AuthenticationFlowContext flow) {
        show(flow, takesUserNames(flow.getRealm()) ? "atrium.method.name.invalid" : "atrium.email.invalid");
    }

    private LoginFormsProvider page(AuthenticationFlowContext flow) {
        KeycloakNotes.USERNAME_HIDDEN.remove(flow.getAuthenticationSession());
        passkeys.offer(flow);
        return Notice.on(flow.form(), flow.getAuthenticationSession()).setFormData(prefilled(flow));
    }

    private static boolean takesUserNames(RealmModel realm) {
        return !realm.isLoginWithEmailAllowed() || !realm.isRegistrationEmailAsUsername();
    }

    /** What was typed before, what the app suggests, or whom this browser remembers. */
    private static MultivaluedMap<String, String> prefilled(AuthenticationFlowContext flow) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        String typed = flow.getHttpRequest().getDecodedFormParameters().getFirst(AuthenticationManager.FORM_USERNAME);
        String remembered = AuthenticationManager.getRememberMeUsername(flow.getSession());
        Optional.ofNullable(typed)
                .or(() -> KeycloakNotes.ATTEMPTED_USERNAME.in(flow.getAuthenticationSession()))
                .or(() -> KeycloakNotes.LOGIN_HINT.in(flow.getAuthenticationSession()))
                .or(() -> Optional.ofNullable(remembered))
                .ifPresent(name -> fields.putSingle(AuthenticationManager.FORM_USERNAME, name));
        if (remembered != null) {
            fields.putSingle("rememberMe", "on");
        }
        return fields;
    }
}
