package dev.atrium.protocolmappers.claim;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/** {@code fhirUser}: the absolute URL of the person's FHIR resource (SMART App Launch 2.2.0, "Scopes for identity"). */
public final class FhirUserMapper extends MembershipMapper {
    private static final String CLAIM = "fhirUser";

    public FhirUserMapper() {
        super(
                "atrium-fhir-user-mapper",
                "Atrium FHIR user",
                "Adds 'fhirUser', the absolute URL of the FHIR resource the user acts as: the project's FHIR base URL"
                        + " and the profile. It needs the scope 'fhirUser'.",
                EnumSet.of(
                        TokenPlace.ID_TOKEN, TokenPlace.ACCESS_TOKEN, TokenPlace.USERINFO, TokenPlace.INTROSPECTION));
    }

    @Override
    Map<String, Object> claims(TokenFacts facts) {
        return fhirUser(facts).map(url -> Map.<String, Object>of(CLAIM, url)).orElse(Map.of());
    }

    /** The absolute URL, where the granted scopes let it be told. */
    static Optional<String> fhirUser(TokenFacts facts) {
        return facts.active()
                .project()
                .fhirBaseUrl()
                .filter(known -> facts.granted().fhirUser())
                .map(base -> base.resolve(facts.active().membership().profile()));
    }
}
