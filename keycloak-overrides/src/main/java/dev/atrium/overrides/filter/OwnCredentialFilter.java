package dev.atrium.overrides.filter;

import dev.atrium.authenticators.requiredaction.FactorCheck;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.resources.account.AccountCredentialResource;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Keeps what somebody signs in with from being deleted with a token alone, if they have a second factor and the token's session has not
 * seen it. Keycloak's account REST asks for a level of authentication, which flows without levels have none of; its account console
 * uses the required action.
 */
@Provider
public final class OwnCredentialFilter implements ContainerRequestFilter {
    @Context
    private @Nullable ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource == null
                || resource.getResourceClass() != AccountCredentialResource.class
                || !HttpMethod.DELETE.equals(request.getMethod())) {
            return;
        }
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        UserSessionModel userSession = session.getContext().getUserSession();
        if (userSession != null
                && FactorCheck.of(session, userSession.getUser()).isMissing()) {
            String words = session.getProvider(LoginFormsProvider.class).getMessage("atrium.refused.factor.text");
            throw ErrorResponse.error(words, Response.Status.FORBIDDEN);
        }
    }
}
