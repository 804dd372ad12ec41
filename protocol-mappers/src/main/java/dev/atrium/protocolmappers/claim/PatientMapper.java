package dev.atrium.protocolmappers.claim;

import dev.atrium.core.membership.FhirProfile;
import dev.atrium.core.negotiation.GrantedClaims;
import dev.atrium.directory.membership.ActiveMembership;
import java.util.EnumSet;
import java.util.Map;

/** {@code patient}: the id of the patient in context (SMART App Launch 2.2.0, "Launch context parameters"). */
public final class PatientMapper extends MembershipMapper {
    private static final String CLAIM = "patient";

    public PatientMapper() {
        super(
                "atrium-patient-mapper",
                "Patient in context",
                "Adds 'patient', the id of the patient in context: the user's own id if the chosen profile is a Patient."
                        + " It needs the scope 'launch/patient' or one that starts with 'patient/'.",
                EnumSet.of(TokenPlace.ACCESS_TOKEN, TokenPlace.INTROSPECTION, TokenPlace.TOKEN_RESPONSE));
    }

    @Override
    Map<String, String> claims(ActiveMembership active, GrantedClaims granted) {
        FhirProfile profile = active.membership().profile();
        return profile.isPatient() && granted.patient() ? Map.of(CLAIM, profile.id()) : Map.of();
    }
}
