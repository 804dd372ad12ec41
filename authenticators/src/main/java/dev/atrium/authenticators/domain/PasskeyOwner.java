package dev.atrium.authenticators.domain;

import dev.atrium.core.login.AllowedMethods;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.core.login.OfferedMethods;
import dev.atrium.directory.account.StaleLogin;
import dev.atrium.directory.login.LoginPolicy;
import dev.atrium.directory.login.UsedMethods;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Whether whoever has proved to own a passkey may sign in with it here. */
public final class PasskeyOwner {
    private PasskeyOwner() {}

    /**
     * Checks the person whom Keycloak has just accepted. Whoever may not go on starts over: nothing of the passkey stays in
     * the sign-in.
     *
     * @param typed the name that was typed before, which must be the owner's
     */
    public static void check(AuthenticationFlowContext flow, Optional<String> typed) {
        if (flow.getStatus() != FlowStatus.SUCCESS || !isByPasskey(flow.getAuthenticationSession())) {
            return;
        }
        UserModel owner = flow.getUser();
        AllowedMethods allowed = LoginPolicy.of(flow.getSession()).ofPerson(owner);
        if (typed.filter(name -> !isNameOf(flow, name, owner)).isPresent()) {
            refuse(flow, "The passkey is another person's than the name that was typed");
            startOver(flow, "atrium.method.passkey.other", OfferedMethods.parse(""));
        } else if (!allowed.allows(Own.PASSKEY)) {
            refuse(flow, "The user may not sign in with a passkey");
            startOver(flow, "atrium.method.passkey.refused", new OfferedMethods(allowed.methods()));
        } else {
            AuthenticationSessionModel authSession = flow.getAuthenticationSession();
            UsedMethods.note(authSession, owner, Own.PASSKEY);
            StaleLogin.watch(flow.getSession(), authSession);
        }
    }

    /** Fields of a passkey may come beside a password, and then it was the password that Keycloak accepted. */
    private static boolean isByPasskey(AuthenticationSessionModel authSession) {
        List<String> checked = AuthenticatorUtil.getAuthnCredentials(authSession);
        return !checked.isEmpty() && checked.get(checked.size() - 1).equals(WebAuthnCredentialModel.TYPE_PASSWORDLESS);
    }

    private static boolean isNameOf(AuthenticationFlowContext flow, String name, UserModel owner) {
        try {
            return owner.equals(KeycloakModelUtils.findUserByNameOrEmail(flow.getSession(), flow.getRealm(), name));
        } catch (ModelDuplicateException ambiguous) {
            return false;
        }
    }

    private static void refuse(AuthenticationFlowContext flow, String reason) {
        flow.getEvent().user(flow.getUser()).detail(Details.REASON, reason).error(Errors.NOT_ALLOWED);
    }

    /** Whoever has proved who they are may be told how they sign in. */
    private static void startOver(AuthenticationFlowContext flow, String messageKey, OfferedMethods instead) {
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        flow.resetFlow(() -> {
            Notice.of(messageKey).put(authSession);
            Offer.NOTE.put(authSession, instead);
            AnotherWay.stay(authSession);
        });
    }
}
