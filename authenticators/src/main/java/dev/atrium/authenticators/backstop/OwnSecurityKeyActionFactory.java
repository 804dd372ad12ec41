package dev.atrium.authenticators.backstop;

import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import org.keycloak.authentication.requiredactions.WebAuthnRegister;
import org.keycloak.authentication.requiredactions.WebAuthnRegisterFactory;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link OwnSecurityKeyAction} in the place of Keycloak's own. */
public final class OwnSecurityKeyActionFactory extends WebAuthnRegisterFactory {
    @Override
    protected WebAuthnRegister createProvider(KeycloakSession session, CertPathTrustworthinessVerifier verifier) {
        return new OwnSecurityKeyAction(session, verifier);
    }

    @Override
    public int order() {
        return 10;
    }
}
