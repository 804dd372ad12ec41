package dev.atrium.authenticators.backstop;

import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegister;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.models.KeycloakSession;

/** Keycloak's action that registers a passkey, for those who may have one of their own. */
final class OwnPasskeyAction extends WebAuthnPasswordlessRegister {
    OwnPasskeyAction(KeycloakSession session, CertPathTrustworthinessVerifier verifier) {
        super(session, verifier);
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        OwnCredential own = new OwnCredential(context, WebAuthnPasswordlessRegisterFactory.PROVIDER_ID);
        if (own.isRefused()) {
            own.refuse();
        } else {
            super.requiredActionChallenge(context);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        OwnCredential own = new OwnCredential(context, WebAuthnPasswordlessRegisterFactory.PROVIDER_ID);
        if (own.isRefused()) {
            own.leave();
        } else {
            super.processAction(context);
        }
    }
}
