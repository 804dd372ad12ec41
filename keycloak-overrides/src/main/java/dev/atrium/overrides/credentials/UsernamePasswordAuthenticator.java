package dev.atrium.overrides.credentials;

import dev.atrium.authenticators.credentials.UniformPasswordForm;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationManager;

/** Keycloak's page for user name and password, in the flows that have it. */
final class UsernamePasswordAuthenticator extends UniformPasswordForm {
    UsernamePasswordAuthenticator(KeycloakSession session) {
        super(session);
    }

    @Override
    protected boolean validateForm(AuthenticationFlowContext flow, MultivaluedMap<String, String> posted) {
        boolean valid = super.validateForm(flow, posted);
        if (valid && !isUserAlreadySetBeforeUsernamePasswordAuth(flow)) {
            AuthenticatorUtils.processRememberMe(flow, posted);
        }
        return valid;
    }

    @Override
    protected Optional<String> typed(AuthenticationFlowContext flow, MultivaluedMap<String, String> posted) {
        return Optional.ofNullable(posted.getFirst(AuthenticationManager.FORM_USERNAME))
                .map(String::trim)
                .filter(name -> !name.isEmpty());
    }
}
