package dev.atrium.authenticators.domain;

import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.LoginName;
import dev.atrium.directory.homeidp.ProviderName;
import dev.atrium.directory.login.LoginPolicy;
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
        MultivaluedMap<String, String> fields = prefilled(flow);
        LoginFormsProvider form = Notice.on(flow.form(), flow.getAuthenticationSession());
        provider(flow, fields).ifPresent(name -> form.setAttribute("provider", name));
        return form.setFormData(fields);
    }

    /** Where the name that stands there already leads, if that is to an identity provider: nobody else would say so before. */
    private static Optional<String> provider(AuthenticationFlowContext flow, MultivaluedMap<String, String> fields) {
        return Optional.ofNullable(fields.getFirst(AuthenticationManager.FORM_USERNAME))
                .flatMap(name -> read(flow.getRealm(), name))
                .flatMap(name -> new Offer(flow)
                        .of(LoginPolicy.of(flow.getSession()).ofName(name))
                        .withoutQuestion())
                .filter(LoginMethod.Provider.class::isInstance)
                .map(method -> ProviderName.of(flow.getSession(), ((LoginMethod.Provider) method).alias()));
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
