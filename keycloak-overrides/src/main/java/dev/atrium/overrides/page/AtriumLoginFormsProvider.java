package dev.atrium.overrides.page;

import dev.atrium.authenticators.domain.ProviderFailure;
import dev.atrium.authenticators.page.PageLook;
import dev.atrium.authenticators.scopes.DevicePage;
import dev.atrium.authenticators.stage.LoginRequest;
import dev.atrium.core.page.PageBrand;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsPages;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.theme.Theme;

/**
 * Keycloak's pages, in the name and look of the project that they belong to. In the place of two others come: where a
 * person decides on a device, Keycloak lists client scopes that it knows to show and so none of ours, and our page says
 * what the device gets. And where an identity provider fails, Keycloak's error page is the end of a sign-in that may well
 * go on.
 */
final class AtriumLoginFormsProvider extends FreeMarkerLoginFormsProvider {
    private static final String KEYCLOAKS = "login-oauth-grant.ftl";
    private static final String OURS = "atrium-device.ftl";

    AtriumLoginFormsProvider(KeycloakSession session) {
        super(session);
    }

    /** With whose page it is. */
    @Override
    protected void createCommonAttributes(
            Theme theme, Locale locale, Properties messages, UriBuilder base, @Nullable LoginFormsPages page) {
        super.createCommonAttributes(theme, locale, messages, base, page);
        if (realm == null) {
            return;
        }
        PageLook look = PageLook.of(session, Optional.ofNullable(authenticationSession));
        setAttribute("look", look);
        look.brand().ifPresent(brand -> {
            setAttribute("realm", new BrandedRealm(realm, brand));
            setAttribute("title", title(brand, messages, locale));
        });
    }

    private String title(PageBrand brand, Properties messages, Locale locale) {
        return formatMessage(new FormMessage(null, "loginTitle", brand.name()), messages, locale);
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
