package dev.atrium.overrides.requiredaction;

import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import dev.atrium.authenticators.requiredaction.FactorGuard;
import dev.atrium.authenticators.requiredaction.LocalCredentialGuard;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.login.UsedMethods;
import dev.atrium.invitations.link.LinkInitiatedLogin;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegister;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.models.KeycloakSession;

/** Keycloak's action that registers a passkey, for those who may have one of their own, and show the second factor that they have. */
final class GuardedWebAuthnPasswordlessRegister extends WebAuthnPasswordlessRegister {
    GuardedWebAuthnPasswordlessRegister(KeycloakSession session, CertPathTrustworthinessVerifier verifier) {
        super(session, verifier);
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        ActionGuards.challenge(() -> super.requiredActionChallenge(context), own(context), factor(context));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        ActionGuards.process(
                () -> {
                    super.processAction(context);
                    factor(context).noteSetUp();
                    noteFirst(context);
                },
                own(context),
                factor(context));
    }

    private static LocalCredentialGuard own(RequiredActionContext context) {
        return new LocalCredentialGuard(context, WebAuthnPasswordlessRegisterFactory.PROVIDER_ID);
    }

    private static FactorGuard factor(RequiredActionContext context) {
        return new FactorGuard(context, WebAuthnPasswordlessRegisterFactory.PROVIDER_ID);
    }

    /** Who has just set up their first credential has come by nothing else. */
    private static void noteFirst(RequiredActionContext context) {
        if (context.getStatus() == RequiredActionContext.Status.SUCCESS
                && LinkInitiatedLogin.is(context.getAuthenticationSession())
                && UsedMethods.of(context.getAuthenticationSession()).isEmpty()) {
            UsedMethods.note(context.getAuthenticationSession(), context.getUser(), Own.PASSKEY);
        }
    }
}
