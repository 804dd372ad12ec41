package dev.atrium.authenticators.backstop;

import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegister;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link OwnPasskeyAction} in the place of Keycloak's own. */
public final class OwnPasskeyActionFactory extends WebAuthnPasswordlessRegisterFactory {
    @Override
    protected WebAuthnRegister createProvider(KeycloakSession session, CertPathTrustworthinessVerifier verifier) {
        return new OwnPasskeyAction(session, verifier);
    }

    @Override
    public int order() {
        return 10;
    }
}
