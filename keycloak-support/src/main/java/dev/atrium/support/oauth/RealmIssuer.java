package dev.atrium.support.oauth;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/** The issuer of a realm's tokens: the realm's URL as apps and FHIR servers know it. */
public final class RealmIssuer {
    private RealmIssuer() {}

    /** That of the session's realm. */
    public static String of(KeycloakSession session) {
        return Urls.realmIssuer(
                session.getContext().getUri(UrlType.FRONTEND).getBaseUri(),
                session.getContext().getRealm().getName());
    }
}
