package dev.atrium.overrides.requiredaction;

import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegister;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link GuardedWebAuthnPasswordlessRegister} in the place of Keycloak's own. */
public final class GuardedWebAuthnPasswordlessRegisterFactory extends WebAuthnPasswordlessRegisterFactory {
    @Override
    protected WebAuthnRegister createProvider(KeycloakSession session, CertPathTrustworthinessVerifier verifier) {
        return new GuardedWebAuthnPasswordlessRegister(session, verifier);
    }

    @Override
    public int order() {
        return 10;
    }
}
