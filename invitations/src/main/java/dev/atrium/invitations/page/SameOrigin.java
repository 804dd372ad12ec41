package dev.atrium.invitations.page;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.urls.UrlType;

/** Whether a form was sent from a page of this server: all browsers of today say where it comes from. */
final class SameOrigin {
    private SameOrigin() {}

    static boolean holds(KeycloakSession session) {
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        Optional<String> site = Optional.ofNullable(headers.getHeaderString("Sec-Fetch-Site"));
        Optional<String> origin = Optional.ofNullable(headers.getHeaderString("Origin"));
        return site.map("same-origin"::equals)
                .orElseGet(
                        () -> origin.map(from -> from.equals(origin(session))).orElse(true));
    }

    private static String origin(KeycloakSession session) {
        URI base = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
        return base.getScheme() + "://" + base.getAuthority();
    }
}
