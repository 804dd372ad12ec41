package dev.atrium.protocolmappers.claim;

import dev.atrium.core.project.FhirProfile;
import dev.atrium.support.membership.ActiveMembership;
import java.util.EnumSet;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.IDToken;

/** {@code patient}: the id of the patient in context (SMART App Launch 2.2.0, "Launch context parameters"). */
public final class PatientMapper extends MembershipMapper {
    private static final String CLAIM = "patient";

    public PatientMapper() {
        super(
                "atrium-patient-mapper",
                "Patient in context",
                "Adds 'patient', the id of the patient in context: the person's own, where the profile is a Patient.",
                EnumSet.of(TokenPlace.ACCESS_TOKEN, TokenPlace.INTROSPECTION, TokenPlace.TOKEN_RESPONSE));
    }

    @Override
    void addClaims(IDToken token, ActiveMembership membership) {
        FhirProfile profile = membership.membership().profile();
        if (profile.isPatient()) {
            token.getOtherClaims().put(CLAIM, profile.id());
        }
    }

    @Override
    void addParameters(AccessTokenResponse response, ActiveMembership membership) {
        FhirProfile profile = membership.membership().profile();
        if (profile.isPatient()) {
            response.setOtherClaims(CLAIM, profile.id());
        }
    }
}
