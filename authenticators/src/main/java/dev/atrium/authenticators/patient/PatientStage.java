package dev.atrium.authenticators.patient;

import dev.atrium.authenticators.profile.ProfileStage;
import dev.atrium.authenticators.stage.Refusal;
import dev.atrium.authenticators.stage.RefusalPage;
import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.fhir.PatientSource;
import java.util.Optional;

/**
 * Finds out whose record the app is about, and which encounter, where it asks for them and nobody has told yet. Never
 * guesses: what is not certain is asked, and without an answer there is no way on.
 */
public final class PatientStage {
    private final StageContext context;
    private final ProfileStage profiles;
    private final PatientPicker patients;
    private final EncounterPicker encounters;

    /**
     * One turn at this stage.
     *
     * @param profiles where the person chooses another role, and comes back from
     */
    public PatientStage(StageContext context, ProfileStage profiles) {
        this.context = context;
        this.profiles = profiles;
        this.patients = new PatientPicker(context, this::begin);
        this.encounters = new EncounterPicker(context, this::begin);
    }

    /** The person comes to this stage. */
    public void begin() {
        Optional<ContextNeed> need = ContextNeed.of(context);
        if (need.filter(ContextNeed::isRelativeUnasked).isPresent()) {
            patients.compare(need.get(), profiles::hasFitting);
        } else if (need.filter(ContextNeed::patient).isPresent()) {
            findPatient(need.get());
        } else if (need.filter(ContextNeed::encounter).isPresent()) {
            findEncounter(need.get());
        } else {
            context.proceed();
        }
    }

    /** The person has answered the page. */
    public void answer() {
        Optional<ContextNeed> need = ContextNeed.of(context);
        if (context.request().membership().isEmpty()) {
            profiles.answer();
        } else if (need.isEmpty()) {
            begin();
        } else if (has(RefusalPage.ANOTHER)) {
            profiles.begin();
        } else if (has(RefusalPage.BACK)) {
            leave(need.get());
        } else if (need.get().isRelativeUnasked()) {
            begin();
        } else if (isPicking(need.get())) {
            patients.answer(need.get());
        } else if (!need.get().patient() && need.get().encounter()) {
            encounters.answer(need.get());
        } else {
            begin();
        }
    }

    /** Whether the app still waits for a patient or an encounter, so that nothing may be granted yet. */
    public boolean isPending() {
        return context.hasPatientStep()
                && ContextNeed.of(context).filter(PatientStage::isOpen).isPresent();
    }

    private static boolean isOpen(ContextNeed need) {
        boolean patient = need.patient() && (need.source() != PatientSource.NONE || need.isPatientNamed());
        return need.isRelativeUnasked() || patient || (!need.patient() && need.encounter());
    }

    /** Without a way to a patient, {@code patient/} scopes are left out; one that is asked for by name is refused. */
    private void findPatient(ContextNeed need) {
        if (need.source() == PatientSource.NONE) {
            if (need.isPatientNamed() && !context.request().isSilent()) {
                new Refusal(RefusalPage.NO_PATIENT_SEARCH, "The access policy does not allow to look for a patient")
                        .show(context, profiles.hasFitting());
            } else {
                context.proceed();
            }
        } else if (need.source() == PatientSource.RELATED) {
            patients.related(need);
        } else if (context.request().isSilent()) {
            context.proceed();
        } else {
            patients.begin(need);
        }
    }

    /** With {@code prompt=none} the required action finds that nothing was chosen and answers interaction_required. */
    private void findEncounter(ContextNeed need) {
        if (context.request().isSilent()) {
            context.proceed();
        } else {
            encounters.begin(need);
        }
    }

    private static boolean isPicking(ContextNeed need) {
        return need.patient() && need.source() == PatientSource.PICKED;
    }

    private void leave(ContextNeed need) {
        if (need.isRelativeUnasked()) {
            patients.leaveCompared();
        } else if (need.patient() && need.source() == PatientSource.NONE) {
            RefusalPage.NO_PATIENT_SEARCH.leave(context, "The user went back to the app: no patient can be chosen");
        } else {
            Departure.of(context).leave(need.patient());
        }
    }

    private boolean has(String field) {
        return context.posted().containsKey(field);
    }
}
