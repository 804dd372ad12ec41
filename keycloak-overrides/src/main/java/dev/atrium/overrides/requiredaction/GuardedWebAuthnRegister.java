package dev.atrium.overrides.requiredaction;

import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import dev.atrium.authenticators.requiredaction.FactorGuard;
import dev.atrium.authenticators.requiredaction.LocalCredentialGuard;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.WebAuthnRegister;
import org.keycloak.authentication.requiredactions.WebAuthnRegisterFactory;
import org.keycloak.models.KeycloakSession;

/** Keycloak's action that registers a passkey as a second factor, for those who may have one of their own, and show the second factor that they have. */
final class GuardedWebAuthnRegister extends WebAuthnRegister {
    GuardedWebAuthnRegister(KeycloakSession session, CertPathTrustworthinessVerifier verifier) {
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
                },
                own(context),
                factor(context));
    }

    private static LocalCredentialGuard own(RequiredActionContext context) {
        return new LocalCredentialGuard(context, WebAuthnRegisterFactory.PROVIDER_ID);
    }

    private static FactorGuard factor(RequiredActionContext context) {
        return new FactorGuard(context, WebAuthnRegisterFactory.PROVIDER_ID);
    }
}
