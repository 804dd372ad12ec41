package dev.atrium.authenticators.launch;

import dev.atrium.core.launch.FhirId;
import dev.atrium.core.launch.LaunchContext;
import dev.atrium.support.note.FlowNote;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What of the launch context was found in this sign-in, and goes when another role is chosen; the rest is the EHR's. */
public final class PickedContext {
    private static final FlowNote<Boolean> PATIENT = flag("atrium.picked-patient");
    private static final FlowNote<String> NAME = new FlowNote<>("atrium.picked-name", name -> name, Optional::of);
    private static final FlowNote<FhirId> RELATIVE =
            new FlowNote<>("atrium.relative-of-patient", FhirId::value, id -> Optional.of(new FhirId(id)));
    private static final FlowNote<Boolean> ENCOUNTER = flag("atrium.picked-encounter");

    private PickedContext() {}

    /** @param name for the pages that follow; empty if it is not known */
    public static void patient(AuthenticationSessionModel authSession, FhirId patient, String name) {
        SignInContext.put(authSession, SignInContext.of(authSession).withPatient(patient));
        PATIENT.put(authSession, true);
        NAME.put(authSession, name);
    }

    /** What the FHIR server calls the patient who was found; empty if nobody was, or without a name. */
    public static Optional<String> patientName(AuthenticationSessionModel authSession) {
        return NAME.in(authSession).filter(name -> !name.isEmpty());
    }

    /** The FHIR server says that this RelatedPerson is of the patient whom the EHR names. */
    public static void relative(AuthenticationSessionModel authSession, FhirId relatedPerson) {
        RELATIVE.put(authSession, relatedPerson);
    }

    /** Whether that was found, or the patient was, so that it is theirs. */
    public static boolean isOfRelative(AuthenticationSessionModel authSession, FhirId relatedPerson) {
        return PATIENT.in(authSession).isPresent()
                || RELATIVE.in(authSession).filter(relatedPerson::equals).isPresent();
    }

    public static void encounter(AuthenticationSessionModel authSession, FhirId encounter) {
        SignInContext.put(authSession, SignInContext.of(authSession).withEncounter(encounter));
        ENCOUNTER.put(authSession, true);
    }

    public static void forget(AuthenticationSessionModel authSession) {
        boolean patient = PATIENT.in(authSession).isPresent();
        boolean encounter = ENCOUNTER.in(authSession).isPresent();
        if (patient || encounter) {
            LaunchContext now = SignInContext.of(authSession);
            SignInContext.put(
                    authSession,
                    new LaunchContext(
                            patient ? Optional.empty() : now.patient(),
                            Optional.empty(),
                            now.fhirContext(),
                            now.needPatientBanner(),
                            now.smartStyleUrl(),
                            now.intent(),
                            now.tenant()));
        }
        PATIENT.remove(authSession);
        NAME.remove(authSession);
        RELATIVE.remove(authSession);
        ENCOUNTER.remove(authSession);
    }

    private static FlowNote<Boolean> flag(String key) {
        return new FlowNote<>(key, String::valueOf, text -> Optional.of(true));
    }
}
