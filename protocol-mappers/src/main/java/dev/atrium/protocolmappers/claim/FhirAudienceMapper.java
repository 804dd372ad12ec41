package dev.atrium.protocolmappers.claim;

import java.util.EnumSet;
import java.util.Map;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/** {@code aud}: the FHIR server of the project, which alone shall accept the access token. */
public final class FhirAudienceMapper extends MembershipMapper {
    public FhirAudienceMapper() {
        super(
                "atrium-fhir-audience-mapper",
                "Atrium FHIR server as audience",
                "Adds the project's FHIR base URL to 'aud' of the access token, so that the FHIR server can tell that the"
                        + " token is meant for it. The ID token keeps the client as its only audience.",
                EnumSet.of(TokenPlace.ACCESS_TOKEN, TokenPlace.INTROSPECTION));
    }

    @Override
    void addClaims(IDToken token, TokenFacts facts) {
        if (token instanceof AccessToken && facts.granted().project()) {
            facts.active().project().fhirBaseUrl().ifPresent(base -> token.addAudience(base.value()));
        }
    }

    /** An audience is no claim of a name of its own. */
    @Override
    Map<String, Object> claims(TokenFacts facts) {
        return Map.of();
    }
}
