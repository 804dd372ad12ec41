package dev.atrium.protocolmappers.claim;

import dev.atrium.core.negotiation.GrantedClaims;
import dev.atrium.directory.membership.ActiveMembership;
import java.util.EnumSet;
import java.util.Map;

/** {@code fhirUser}: the absolute URL of the person's FHIR resource (SMART App Launch 2.2.0, "Scopes for identity"). */
public final class FhirUserMapper extends MembershipMapper {
    private static final String CLAIM = "fhirUser";

    public FhirUserMapper() {
        super(
                "atrium-fhir-user-mapper",
                "FHIR user",
                "Adds 'fhirUser', the absolute URL of the FHIR resource the user acts as: the project's FHIR base URL"
                        + " and the profile. It needs the scope 'fhirUser'.",
                EnumSet.of(
                        TokenPlace.ID_TOKEN, TokenPlace.ACCESS_TOKEN, TokenPlace.USERINFO, TokenPlace.INTROSPECTION));
    }

    @Override
    Map<String, String> claims(ActiveMembership active, GrantedClaims granted) {
        return active.project()
                .fhirBaseUrl()
                .filter(known -> granted.fhirUser())
                .map(base -> Map.of(CLAIM, base.resolve(active.membership().profile())))
                .orElse(Map.of());
    }
}
