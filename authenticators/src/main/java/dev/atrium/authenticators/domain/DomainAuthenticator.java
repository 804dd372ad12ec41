package dev.atrium.authenticators.domain;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.homeidp.HomeIdp;
import dev.atrium.directory.homeidp.HomeIdpBinding;
import dev.atrium.support.note.KeycloakNotes;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.IdentityProviderAuthenticator;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * The domain stage: asks for the e-mail address, and its domain decides who checks the credentials.
 *
 * <p>Nobody is looked up here. An address that somebody has and one that nobody has lead to the same page.
 */
final class DomainAuthenticator extends IdentityProviderAuthenticator {
    @Override
    public void authenticate(AuthenticationFlowContext flow) {
        UserModel known = flow.getUser();
        if (known == null) {
            ask(flow, null);
        } else {
            decide(
                    flow,
                    HomeIdpBinding.of(flow.getSession(), known).provider(),
                    Optional.ofNullable(known.getEmail()).orElse(""));
        }
    }

    @Override
    public void action(AuthenticationFlowContext flow) {
        MultivaluedMap<String, String> posted = flow.getHttpRequest().getDecodedFormParameters();
        String typed = posted.getFirst(AuthenticationManager.FORM_USERNAME);
        Optional<EmailAddress> email =
                Optional.ofNullable(typed).flatMap(EmailAddress::parse).filter(EmailAddress::hasDomainName);
        if (email.isEmpty()) {
            ask(flow, "atrium.email.invalid");
            return;
        }
        AuthenticatorUtils.processRememberMe(flow, posted);
        KeycloakNotes.ATTEMPTED_USERNAME.put(
                flow.getAuthenticationSession(), email.get().value());
        decide(flow, HomeIdp.of(flow.getSession(), email.get()), email.get().value());
    }

    private void decide(AuthenticationFlowContext flow, Optional<IdentityProviderModel> home, String email) {
        if (home.isPresent()) {
            redirect(flow, home.get().getAlias(), email);
        } else {
            ChosenMethod.NOTE.put(flow.getAuthenticationSession(), Own.PASSWORD);
            flow.success();
        }
    }

    private static void ask(AuthenticationFlowContext flow, @Nullable String error) {
        LoginFormsProvider page = flow.form().setFormData(prefilled(flow));
        if (error != null) {
            page.addError(new FormMessage(AuthenticationManager.FORM_USERNAME, error));
        }
        flow.challenge(page.createLoginUsername());
    }

    /** What was typed before, what the app suggests, or whom this browser remembers. */
    private static MultivaluedMap<String, String> prefilled(AuthenticationFlowContext flow) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        String typed = flow.getHttpRequest().getDecodedFormParameters().getFirst(AuthenticationManager.FORM_USERNAME);
        String remembered = AuthenticationManager.getRememberMeUsername(flow.getSession());
        Optional.ofNullable(typed)
                .or(() -> KeycloakNotes.LOGIN_HINT.in(flow.getAuthenticationSession()))
                .or(() -> Optional.ofNullable(remembered))
                .ifPresent(email -> fields.putSingle(AuthenticationManager.FORM_USERNAME, email));
        if (remembered != null) {
            fields.putSingle("rememberMe", "on");
        }
        return fields;
    }
}
