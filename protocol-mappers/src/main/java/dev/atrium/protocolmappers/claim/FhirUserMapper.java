package dev.atrium.protocolmappers.claim;

import dev.atrium.protocolmappers.grant.GrantedScopes;
import dev.atrium.support.membership.ActiveMembership;
import java.util.EnumSet;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.IDToken;

/** {@code fhirUser}: the absolute URL of the person's FHIR resource (SMART App Launch 2.2.0, "Scopes for identity"). */
public final class FhirUserMapper extends MembershipMapper {
    private static final String CLAIM = "fhirUser";

    public FhirUserMapper() {
        super(
                "atrium-fhir-user-mapper",
                "FHIR user",
                "Adds 'fhirUser', the absolute URL of the FHIR resource the person acts as: the project's FHIR base URL"
                        + " and the profile. The ID token has it only with the scope 'fhirUser'.",
                EnumSet.of(
                        TokenPlace.ID_TOKEN, TokenPlace.ACCESS_TOKEN, TokenPlace.USERINFO, TokenPlace.INTROSPECTION));
    }

    @Override
    public IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel settings,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext grant) {
        boolean granted = GrantedScopes.of(grant).anyMatch(CLAIM::equals);
        return granted ? super.transformIDToken(token, settings, session, userSession, grant) : token;
    }

    @Override
    void addClaims(IDToken token, ActiveMembership membership) {
        url(membership).ifPresent(url -> token.getOtherClaims().put(CLAIM, url));
    }

    @Override
    void addParameters(AccessTokenResponse response, ActiveMembership membership) {
        url(membership).ifPresent(url -> response.setOtherClaims(CLAIM, url));
    }

    private static Optional<String> url(ActiveMembership active) {
        return active.project()
                .fhirBaseUrl()
                .map(base -> base.resolve(active.membership().profile()));
    }
}
