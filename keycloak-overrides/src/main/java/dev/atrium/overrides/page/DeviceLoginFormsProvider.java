package dev.atrium.overrides.page;

import dev.atrium.authenticators.domain.ProviderFailure;
import dev.atrium.authenticators.scopes.DevicePage;
import dev.atrium.authenticators.stage.LoginRequest;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/**
 * Keycloak's pages, but for two: where a person decides on a device, Keycloak lists client scopes that it knows to show
 * and so none of ours; in its place comes a page that says what the device gets. And where an identity provider fails,
 * Keycloak's error page is the end of a sign-in that may well go on.
 */
final class DeviceLoginFormsProvider extends FreeMarkerLoginFormsProvider {
    private static final String KEYCLOAKS = "login-oauth-grant.ftl";
    private static final String OURS = "atrium-device.ftl";

    DeviceLoginFormsProvider(KeycloakSession session) {
        super(session);
    }

    @Override
    protected Response processTemplate(Theme theme, String templateName, Locale locale) {
        Optional<DevicePage> page = templateName.equals(KEYCLOAKS) ? page() : Optional.empty();
        page.ifPresent(found -> setAttribute("device", found));
        return super.processTemplate(theme, page.isPresent() ? OURS : templateName, locale);
    }

    /** Not for an identity provider that failed: there the person goes on another way. */
    @Override
    public Response createErrorPage(Response.Status status) {
        return ProviderFailure.wayOn(session, status)
                .map(address -> Response.seeOther(address).entity("").build()) // without an entity Keycloak writes one
                .orElseGet(() -> super.createErrorPage(status));
    }

    private Optional<DevicePage> page() {
        return Optional.ofNullable(authenticationSession)
                .flatMap(signIn -> Optional.ofNullable(signIn.getAuthenticatedUser())
                        .flatMap(person -> DevicePage.of(new LoginRequest(session, signIn, person), this::getMessage)));
    }
}
