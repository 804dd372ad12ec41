package dev.atrium.overrides.credentials;

import dev.atrium.authenticators.reset.ResetRequest;
import dev.atrium.directory.login.CheckedCredentials;
import dev.atrium.support.note.KeycloakNotes;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialChooseUser;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialEmail;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Asks who forgot their password, and answers whoever it is before anybody is looked up: the mail is written after the
 * answer, so that an address that somebody has takes no longer than one that nobody has.
 *
 * <p>Keycloak's step that sends the mail follows this one; the link leads back to both. Where another step stands
 * between the two it may need to know the person, and Keycloak's own way is kept.
 */
final class ResetAddressAuthenticator extends ResetCredentialChooseUser {
    /**
     * Whoever is meant, what was checked in this sign-in before is not theirs for that. Keycloak would go on as the account that
     * somebody has whom an identity provider brought: that may be a stranger who has its user name there.
     */
    @Override
    public void authenticate(AuthenticationFlowContext flow) {
        CheckedCredentials.none(flow.getAuthenticationSession());
        if (hasFoundAccount(flow) && !hasFollowedLink(flow)) {
            flow.clearUser();
            flow.challenge(flow.form().createPasswordReset());
        } else {
            super.authenticate(flow);
        }
    }

    @Override
    public void action(AuthenticationFlowContext flow) {
        CheckedCredentials.none(flow.getAuthenticationSession());
        String typed = flow.getHttpRequest().getDecodedFormParameters().getFirst(AuthenticationManager.FORM_USERNAME);
        Optional<AuthenticationExecutionModel> mail = nextStep(flow).filter(ResetAddressAuthenticator::sendsMail);
        if (typed == null || typed.isEmpty() || mail.isEmpty() || isOwnerOfLink(flow, typed.trim())) {
            super.action(flow);
            return;
        }
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        KeycloakNotes.ATTEMPTED_USERNAME.put(authSession, typed.trim());
        ResetRequest.of(flow, typed.trim(), linkWithoutToken(flow, mail.get())).handOver(flow.getSession());
        flow.clearUser(); // whoever it was before
        flow.forkWithSuccessMessage(new FormMessage(Messages.EMAIL_SENT));
    }

    private static boolean hasFoundAccount(AuthenticationFlowContext flow) {
        return flow.getAuthenticationSession().getAuthNote(AbstractIdpAuthenticator.EXISTING_USER_INFO) != null;
    }

    private static boolean hasFollowedLink(AuthenticationFlowContext flow) {
        return KeycloakNotes.ACTION_TOKEN_USER
                .in(flow.getAuthenticationSession())
                .isPresent();
    }

    /** Who came by the link of the mail is known, and is not sent another. */
    private static boolean isOwnerOfLink(AuthenticationFlowContext flow, String typed) {
        return KeycloakNotes.ACTION_TOKEN_USER
                .in(flow.getAuthenticationSession())
                .map(id -> flow.getSession().users().getUserById(flow.getRealm(), id))
                .filter(owner -> isNameOf(owner, typed))
                .isPresent();
    }

    private static boolean isNameOf(UserModel user, String typed) {
        return typed.equalsIgnoreCase(user.getUsername()) || typed.equalsIgnoreCase(user.getEmail());
    }

    private static Optional<AuthenticationExecutionModel> nextStep(AuthenticationFlowContext flow) {
        AuthenticationExecutionModel own = flow.getExecution();
        return flow.getRealm()
                .getAuthenticationExecutionsStream(own.getParentFlow())
                .dropWhile(step -> !step.getId().equals(own.getId()))
                .skip(1)
                .filter(step -> !step.isDisabled())
                .findFirst();
    }

    private static boolean sendsMail(AuthenticationExecutionModel step) {
        return step.isRequired() && ResetCredentialEmail.PROVIDER_ID.equals(step.getAuthenticator());
    }

    private static URI linkWithoutToken(AuthenticationFlowContext flow, AuthenticationExecutionModel mail) {
        return UriBuilder.fromUri(flow.getActionTokenUrl(""))
                .replaceQueryParam(Constants.KEY)
                .replaceQueryParam(Constants.EXECUTION, mail.getId())
                .build();
    }
}
