package dev.atrium.overrides.requiredaction;

import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import org.keycloak.authentication.requiredactions.WebAuthnRegister;
import org.keycloak.authentication.requiredactions.WebAuthnRegisterFactory;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link GuardedWebAuthnRegister} in the place of Keycloak's own. */
public final class GuardedWebAuthnRegisterFactory extends WebAuthnRegisterFactory {
    @Override
    protected WebAuthnRegister createProvider(KeycloakSession session, CertPathTrustworthinessVerifier verifier) {
        return new GuardedWebAuthnRegister(session, verifier);
    }

    @Override
    public int order() {
        return 10;
    }
}
