package dev.atrium.protocolmappers.claim;

import dev.atrium.core.launch.LaunchContext;
import java.util.EnumSet;
import java.util.Map;

/** {@code patient}: the id of the patient in context (SMART App Launch 2.2.0, "Launch context parameters"). */
public final class PatientMapper extends MembershipMapper {
    public PatientMapper() {
        super(
                "atrium-patient-mapper",
                "Atrium patient in context",
                "Adds 'patient', the id of the patient in context: the one the app is launched with, or the user's own id"
                        + " if the chosen profile is a Patient. It needs a scope 'launch...' or one that starts with"
                        + " 'patient/'.",
                EnumSet.of(TokenPlace.ACCESS_TOKEN, TokenPlace.INTROSPECTION, TokenPlace.TOKEN_RESPONSE));
    }

    @Override
    Map<String, Object> claims(TokenFacts facts) {
        return facts.launch()
                .patient()
                .map(id -> Map.<String, Object>of(LaunchContext.PATIENT, id.value()))
                .orElse(Map.of());
    }
}
