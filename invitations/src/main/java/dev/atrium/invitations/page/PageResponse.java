package dev.atrium.invitations.page;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.ContentSecurityPolicyBuilder;
import org.keycloak.models.KeycloakSession;

/** Shows pages in the look of the login theme, to nobody but the person at this browser. */
final class PageResponse {
    private static final String TEMPLATE = "atrium-link.ftl";

    private final KeycloakSession session;

    PageResponse(KeycloakSession session) {
        this.session = session;
    }

    Response of(LinkPage page) {
        session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        Response shown = session.getProvider(LoginFormsProvider.class)
                .setAttribute("page", page)
                .setAttribute(
                        "address", session.getContext().getUri().getRequestUri().toString())
                .setStatus(Response.Status.fromStatusCode(page.status()))
                .createForm(TEMPLATE);
        Response.ResponseBuilder answer = Response.fromResponse(shown).header("Cache-Control", "no-store");
        Map<String, String> realms = session.getContext().getRealm().getBrowserSecurityHeaders();
        for (BrowserSecurityHeaders header : BrowserSecurityHeaders.values()) {
            String value = value(header, realms.getOrDefault(header.getKey(), header.getDefaultValue()));
            if (value != null && !value.isEmpty()) {
                answer.header(header.getHeaderName(), value);
            }
        }
        return answer.build();
    }

    /**
     * The realm's headers, but in no frame, and in no search engine. The address is a secret, so no other site is told
     * it; this one is, for a form of a page that tells nobody has no origin.
     */
    private static String value(BrowserSecurityHeaders header, String ofRealm) {
        return switch (header) {
            case X_FRAME_OPTIONS -> "DENY";
            case X_ROBOTS_TAG -> "noindex, nofollow";
            case REFERRER_POLICY -> "same-origin";
            case CONTENT_SECURITY_POLICY ->
                ContentSecurityPolicyBuilder.create(ofRealm == null ? "" : ofRealm)
                        .frameAncestors("'none'")
                        .build();
            default -> ofRealm;
        };
    }
}
