package dev.atrium.protocolmappers.claim;

import dev.atrium.core.launch.LaunchContext;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** {@code encounter} and {@code fhirContext}: what is in context beside the patient (SMART App Launch 2.2.0). */
public final class EncounterMapper extends MembershipMapper {
    private static final Set<String> CLAIMS = Set.of(LaunchContext.ENCOUNTER, LaunchContext.FHIR_CONTEXT);

    public EncounterMapper() {
        super(
                "atrium-encounter-mapper",
                "Atrium encounter and FHIR context",
                "Adds 'encounter', the id of the encounter in context, and 'fhirContext', more resources in context, of the"
                        + " launch. They need a scope 'launch...' or one that starts with 'patient/'.",
                EnumSet.of(TokenPlace.ACCESS_TOKEN, TokenPlace.INTROSPECTION, TokenPlace.TOKEN_RESPONSE));
    }

    @Override
    Map<String, Object> claims(TokenFacts facts) {
        Map<String, Object> claims = facts.launch().toJson();
        claims.keySet().retainAll(CLAIMS);
        return claims;
    }
}
