package dev.atrium.overrides.broker;

import dev.atrium.authenticators.broker.KnownMethods;
import dev.atrium.authenticators.broker.KnownMethods.Way;
import dev.atrium.authenticators.credentials.PasswordAttempt;
import dev.atrium.authenticators.credentials.PasswordCheck;
import dev.atrium.authenticators.credentials.UniformResponseTime;
import dev.atrium.directory.login.CheckedCredentials;
import dev.atrium.support.note.FlowNote;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.IdpUsernamePasswordForm;
import org.keycloak.authentication.authenticators.broker.util.ExistingUserInfo;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;

/**
 * Keycloak's page for the password of the account that somebody has who comes by a provider for the first time. Before it
 * they are told that there is one, and choose how to sign in to it: not everybody has a password.
 */
final class ExistingAccountAuthenticator extends IdpUsernamePasswordForm {
    private static final FlowNote<Boolean> PASSWORD_PAGE =
            new FlowNote<>("atrium.existing-account", String::valueOf, text -> Optional.of(Boolean.valueOf(text)));

    ExistingAccountAuthenticator(KeycloakSession session) {
        super(session);
    }

    @Override
    public void authenticate(AuthenticationFlowContext flow) {
        if (PASSWORD_PAGE.in(flow.getAuthenticationSession()).orElse(false)) {
            super.authenticate(flow);
        } else {
            tell(flow);
        }
    }

    @Override
    public void action(AuthenticationFlowContext flow) {
        MultivaluedMap<String, String> posted = flow.getHttpRequest().getDecodedFormParameters();
        KnownMethods methods = methods(flow);
        Optional<Way> chosen = methods.chosen(posted);
        if (chosen.isPresent() && !chosen.get().isOwn()) {
            flow.forceChallenge(Response.seeOther(chosen.get().address(flow)).build());
        } else if (chosen.isPresent()) {
            PASSWORD_PAGE.put(flow.getAuthenticationSession(), true);
            super.authenticate(flow);
        } else if (methods.hasOwn()
                && PASSWORD_PAGE.in(flow.getAuthenticationSession()).orElse(false)) {
            super.action(flow);
            refusePasskeyOfAnother(flow);
        } else {
            tell(flow);
        }
    }

    /** Keycloak would take the name and the password of anybody, and count what is wrong against them. */
    @Override
    protected boolean validateForm(AuthenticationFlowContext flow, MultivaluedMap<String, String> posted) {
        UniformResponseTime.begin(flow.getSession());
        PasswordAttempt attempt = new PasswordAttempt(flow, new PasswordCheck(flow), Optional.of(account(flow)));
        Optional<String> refusal = attempt.refusal();
        refusal.ifPresentOrElse(
                error -> {
                    attempt.refuse(error);
                    flow.forceChallenge(challenge(flow, Messages.INVALID_PASSWORD, Validation.FIELD_PASSWORD));
                    UniformResponseTime.await(flow.getSession());
                },
                attempt::accept);
        return refusal.isEmpty();
    }

    /** Whose account it is, and how they are called there, is nothing that a stranger needs to see. */
    @Override
    protected LoginFormsProvider setupForm(
            AuthenticationFlowContext flow, MultivaluedMap<String, String> fields, Optional<UserModel> account) {
        return super.setupForm(flow, fields, account).setAttribute(LoginFormsProvider.USERNAME_HIDDEN, true);
    }

    private void refusePasskeyOfAnother(AuthenticationFlowContext flow) {
        if (flow.getStatus() != FlowStatus.SUCCESS || account(flow).equals(flow.getUser())) {
            return;
        }
        flow.getEvent()
                .user(flow.getUser())
                .detail(Details.REASON, "The passkey is another person's than the account to be linked")
                .error(Errors.NOT_ALLOWED);
        flow.clearUser();
        CheckedCredentials.none(flow.getAuthenticationSession());
        flow.forceChallenge(challenge(flow, "atrium.identity.other", null));
    }

    private static void tell(AuthenticationFlowContext flow) {
        KnownMethods methods = methods(flow);
        flow.challenge(flow.form()
                .setAttribute("ways", methods.ways())
                .setAttribute("provider", methods.comingBy())
                .setAttribute("account", found(flow))
                .setAttribute(
                        "forgotten", methods.ways().isEmpty() && flow.getRealm().isResetPasswordAllowed())
                .createForm("atrium-existing.ftl"));
    }

    private static KnownMethods methods(AuthenticationFlowContext flow) {
        return KnownMethods.of(flow, account(flow));
    }

    /** What the person has in common with the account, its address or its user name; nothing else of it is shown. */
    private static String found(AuthenticationFlowContext flow) {
        return ExistingUserInfo.deserialize(
                        flow.getAuthenticationSession().getAuthNote(AbstractIdpAuthenticator.EXISTING_USER_INFO))
                .getDuplicateAttributeValue();
    }

    private static UserModel account(AuthenticationFlowContext flow) {
        return AbstractIdpAuthenticator.getExistingUser(
                flow.getSession(), flow.getRealm(), flow.getAuthenticationSession());
    }
}
