package dev.atrium.authenticators.domain;

import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.OfferedMethods;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.utils.SecureContextResolver;

/**
 * The sort of method that was chosen last in this browser, in a cookie. It holds one of four words, and is written when the
 * person chooses, before anything is proved: it tells nothing of any account.
 */
final class LastMethod {
    private static final String COOKIE = "ATRIUM_METHOD";
    private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

    private LastMethod() {}

    static Optional<String> of(KeycloakSession session) {
        return Optional.ofNullable(session.getContext()
                        .getHttpRequest()
                        .getHttpHeaders()
                        .getCookies()
                        .get(COOKIE))
                .map(Cookie::getValue);
    }

    static void remember(KeycloakSession session, LoginMethod method) {
        String path = AuthenticationManager.getRealmCookiePath(
                session.getContext().getRealm(), session.getContext().getUri());
        session.getContext()
                .getHttpResponse()
                .setCookieIfAbsent(new NewCookie.Builder(COOKIE)
                        .value(OfferedMethods.kind(method))
                        .path(path)
                        .maxAge(YEAR)
                        .httpOnly(true)
                        .secure(SecureContextResolver.isSecureContext(session))
                        .sameSite(SameSite.LAX)
                        .build());
    }
}
