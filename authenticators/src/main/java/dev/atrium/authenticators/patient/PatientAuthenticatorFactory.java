package dev.atrium.authenticators.patient;

import dev.atrium.authenticators.stage.FlowStageContext;
import dev.atrium.authenticators.stage.StepFactory;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers the patient stage in the admin console. */
public final class PatientAuthenticatorFactory extends StepFactory {
    public PatientAuthenticatorFactory() {
        super(
                FlowStageContext.PATIENT_STEP,
                "Atrium patient",
                "Determines whose record an app is about that requests 'launch/patient', 'launch/encounter' or scopes that"
                        + " start with 'patient/'. Users who are not the patient search the project's FHIR server. Set it"
                        + " to Required, between 'Atrium profile' and 'Atrium scopes'.",
                List.of());
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new PatientAuthenticator();
    }
}
