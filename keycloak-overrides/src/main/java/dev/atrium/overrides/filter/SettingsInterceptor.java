package dev.atrium.overrides.filter;

import dev.atrium.authenticators.stage.StepFactory;
import dev.atrium.core.factor.SignInRequirements;
import dev.atrium.directory.project.FhirBaseUrlAttribute;
import dev.atrium.directory.project.Projects;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.services.ErrorResponse;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Refuses settings that nobody could read, where an admin saves them. Keycloak has factories check their settings
 * elsewhere, but not those of steps of a flow, nor the attributes of organizations.
 */
@Provider
public final class SettingsInterceptor implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        problem(body).ifPresent(problem -> {
            throw ErrorResponse.error(problem, Response.Status.BAD_REQUEST);
        });
        if (body instanceof OrganizationRepresentation organization && organization.getAttributes() != null) {
            organization.setAttributes(FhirBaseUrlAttribute.tidied(organization.getAttributes()));
        }
        return body;
    }

    private static Optional<String> problem(Object body) {
        if (body instanceof AuthenticatorConfigRepresentation config) {
            Map<String, String> settings = config.getConfig();
            return settings == null ? Optional.empty() : ofStep(settings);
        }
        if (body instanceof OrganizationRepresentation organization) {
            reserved(organization);
            Map<String, List<String>> attributes = organization.getAttributes();
            return attributes == null ? Optional.empty() : ofOrganization(attributes);
        }
        return Optional.empty();
    }

    private static Optional<String> ofOrganization(Map<String, List<String>> attributes) {
        IdentityProviderStorageProvider providers =
                KeycloakSessionUtil.getKeycloakSession().identityProviders();
        return Projects.problem(attributes)
                .or(() -> SignInRequirements.unknownProvider(attributes, alias -> providers.getByAlias(alias) != null));
    }

    private static void reserved(OrganizationRepresentation organization) {
        new ReservedSettings(KeycloakSessionUtil.getKeycloakSession())
                .problem(organization)
                .ifPresent(problem -> {
                    throw ErrorResponse.error(problem, Response.Status.FORBIDDEN);
                });
    }

    /** Which step they are for stands nowhere in them, but no two steps have a setting of the same name. */
    private static Optional<String> ofStep(Map<String, String> settings) {
        return KeycloakSessionUtil.getKeycloakSession()
                .getKeycloakSessionFactory()
                .getProviderFactoriesStream(Authenticator.class)
                .filter(StepFactory.class::isInstance)
                .flatMap(factory -> ((StepFactory) factory).problem(settings).stream())
                .findFirst()
                .or(() -> new LoginTableCheck(KeycloakSessionUtil.getKeycloakSession()).problem(settings));
    }
}
