package dev.atrium.authenticators.patient;

import dev.atrium.authenticators.launch.PickedContext;
import dev.atrium.authenticators.launch.SignInContext;
import dev.atrium.authenticators.stage.LoginRequest;
import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.fhir.ContextWish;
import dev.atrium.core.fhir.PatientSource;
import dev.atrium.core.fhir.PersonalScopes;
import dev.atrium.core.launch.FhirId;
import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.membership.FhirProfile;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.fhir.FhirServer;
import dev.atrium.directory.membership.ActiveMembership;
import java.util.Optional;

/**
 * What of the launch context an app asks for that nobody has told yet.
 *
 * @param known what it is launched with by now
 */
record ContextNeed(LoginRequest request, ActiveMembership active, LaunchContext known) {
    /**
     * Nothing where no membership is chosen, or a patient is launched into the record of another: the scopes stage says
     * so.
     */
    static Optional<ContextNeed> of(StageContext context) {
        LoginRequest request = context.request();
        LaunchContext known = SignInContext.of(context.authSession());
        return request.concernsProject()
                ? request.membership()
                        .filter(active -> !active.membership().profile().isKeptFrom(known))
                        .map(active -> new ContextNeed(request, active, known))
                : Optional.empty();
    }

    /** Whether a patient is to be found. */
    boolean patient() {
        return ownRecord().isEmpty()
                && known.patient().isEmpty()
                && (wish().patient() || (wish().encounter() && mayFindEncounters()));
    }

    /** Whether an EHR has launched a relative into a record, and it can be asked whose relative they are, and was not yet. */
    boolean isRelativeUnasked() {
        return known.patient().isPresent()
                && source() == PatientSource.RELATED
                && !PickedContext.isOfRelative(
                        request.authSession(), new FhirId(profile().id()));
    }

    /** Whether the app wants a patient in so many words, so that it must not go on without one. */
    boolean isPatientNamed() {
        return wish().isPatientNamed();
    }

    /** Whether an encounter is to be found, of the patient that is known. */
    boolean encounter() {
        return known.encounter().isEmpty() && wish().encounter() && mayFindEncounters();
    }

    PatientSource source() {
        return PatientSource.of(profile().type(), ceiling(), hasServer());
    }

    /** Whose record it is about, as far as that is known. */
    Optional<FhirId> whose() {
        return known.patient().or(this::ownRecord);
    }

    FhirProfile profile() {
        return active.membership().profile();
    }

    Optional<FhirServer> fhirServer() {
        return FhirServer.of(request.session(), request.user(), active);
    }

    private ContextWish wish() {
        return ContextWish.of(request.scopes(), ceiling());
    }

    private boolean mayFindEncounters() {
        return hasServer() && PersonalScopes.toFindEncounters(ceiling()).isPresent();
    }

    private boolean hasServer() {
        return active.project().fhirBaseUrl().isPresent();
    }

    private Optional<FhirId> ownRecord() {
        return profile().isPatient() ? Optional.of(new FhirId(profile().id())) : Optional.empty();
    }

    private ScopeSet ceiling() {
        return active.membership().policy().ceiling();
    }
}
