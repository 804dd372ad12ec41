package dev.atrium.overrides.credentials;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.x509.ValidateX509CertificateUsername;
import org.keycloak.models.UserCredentialModel;

/**
 * Notes that the password grant was asked for with a client certificate, as Keycloak does in a browser: what left no note counts
 * as a password.
 */
final class DirectGrantCertificateAuthenticator extends ValidateX509CertificateUsername {
    @Override
    public void authenticate(AuthenticationFlowContext flow) {
        super.authenticate(flow);
        if (flow.getStatus() == FlowStatus.SUCCESS) {
            flow.success(UserCredentialModel.CLIENT_CERT);
        }
    }
}
