package dev.atrium.authenticators.patient;

import dev.atrium.authenticators.launch.PickedContext;
import dev.atrium.authenticators.stage.Refusal;
import dev.atrium.authenticators.stage.RefusalPage;
import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.fhir.NextPage;
import dev.atrium.core.fhir.PatientCriteria;
import dev.atrium.core.fhir.PatientRow;
import dev.atrium.core.fhir.SearchAnswer;
import dev.atrium.core.fhir.SearchFailure;
import dev.atrium.core.launch.FhirId;
import dev.atrium.directory.fhir.FhirServer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** Has a person search for a patient and choose one. */
final class PatientPicker {
    static final String PATIENT_FIELD = "patient";
    static final String NAME_FIELD = "name";
    static final String BIRTH_DATE_FIELD = "birthdate";
    static final String IDENTIFIER_FIELD = "identifier";
    static final String MORE_FIELD = "more";

    private static final String OTHER_RELATIVE =
            "The app is launched with the record of a patient of whom the user's RelatedPerson is not known to be";

    private final StageContext context;
    private final Runnable chosen;
    private final ShownRows shown;

    /** @param chosen what comes when the patient is known */
    PatientPicker(StageContext context, Runnable chosen) {
        this.context = context;
        this.chosen = chosen;
        this.shown = new ShownRows(context.authSession());
    }

    /** Nobody is listed before somebody is searched for. */
    void begin(ContextNeed need) {
        shown.forget();
        Departure.of(context).noteSuccess();
        show(PatientPage.of(context, need, PatientCriteria.NONE));
    }

    void answer(ContextNeed need) {
        Optional<String> patient = field(PATIENT_FIELD);
        if (patient.isPresent()) {
            shown.chosen(patient.get()).ifPresentOrElse(id -> take(id, shown.nameOf(id)), () -> begin(need));
        } else if (field(MORE_FIELD).isPresent()) {
            turn(need);
        } else if (field(NAME_FIELD).isPresent()) {
            search(need);
        } else {
            begin(need);
        }
    }

    /** The one patient a relative is related to, without a page unless the FHIR server does not tell. */
    void related(ContextNeed need) {
        FhirId self = new FhirId(need.profile().id());
        withServer(
                need,
                (server, none) -> server.patientOf(self)
                        .match(
                                found -> take(
                                        found.rows().get(0).id(),
                                        found.rows().get(0).name()),
                                why -> {
                                    Departure.of(context).note(why);
                                    if (context.request().isSilent()) {
                                        context.proceed();
                                    } else {
                                        show(PatientPage.of(context, need, PatientCriteria.NONE)
                                                .withoutForm(why));
                                    }
                                }));
    }

    /**
     * Whether the patient whom an EHR names is the one that a relative is related to. What the FHIR server does not tell is as little
     * certain as what it denies.
     */
    void compare(ContextNeed need, BooleanSupplier another) {
        FhirId self = new FhirId(need.profile().id());
        withServer(
                need,
                (server, none) -> server.patientOf(self)
                        .match(found -> compared(need, self, found.rows().get(0).id(), another), why -> {
                            Departure.of(context).note(why);
                            if (context.request().isSilent()) {
                                leaveCompared();
                            } else {
                                show(PatientPage.of(context, need, PatientCriteria.NONE)
                                        .withoutForm(why));
                            }
                        }));
    }

    private void compared(ContextNeed need, FhirId self, FhirId theirs, BooleanSupplier another) {
        if (need.known().patient().filter(theirs::equals).isPresent()) {
            PickedContext.relative(context.authSession(), self);
            chosen.run();
        } else if (context.request().isSilent()) {
            leaveCompared();
        } else {
            new Refusal(RefusalPage.OTHER_RELATIVE, OTHER_RELATIVE).show(context, another.getAsBoolean());
        }
    }

    /** The person goes back to the app, which may not have that record for them. */
    void leaveCompared() {
        RefusalPage.OTHER_RELATIVE.leave(context, OTHER_RELATIVE);
    }

    private void search(ContextNeed need) {
        PatientCriteria typed = typed();
        Optional<PatientCriteria.Problem> problem = typed.problem();
        if (problem.isPresent()) {
            shown.forget();
            show(PatientPage.of(context, need, typed).with(problem.get()));
        } else {
            withServer(need, (server, page) -> present(page, server.patients(typed)));
        }
    }

    private void turn(ContextNeed need) {
        withServer(need, (server, page) -> {
            Optional<NextPage> next = shown.next(server.base());
            if (next.isPresent()) {
                present(page, server.patients(next.get()));
            } else {
                begin(need);
            }
        });
    }

    private void present(PatientPage page, SearchAnswer<PatientRow> answer) {
        answer.match(
                found -> {
                    Departure.of(context).noteSuccess();
                    shown.keep(
                            found.rows().stream().map(PatientRow::id).toList(),
                            found.rows().stream().map(PatientRow::name).toList(),
                            found.next());
                    show(page.with(
                            new PatientRows(context).of(found.rows()),
                            found.next().isPresent()));
                },
                why -> {
                    Departure.of(context).note(why);
                    shown.forget();
                    show(page.with(why));
                });
    }

    private void take(FhirId patient, String name) {
        shown.forget();
        PickedContext.patient(context.authSession(), patient, name);
        chosen.run();
    }

    /** Where the project has lost its FHIR server meanwhile, nobody can be found any more. */
    private void withServer(ContextNeed need, BiConsumer<FhirServer, PatientPage> then) {
        PatientPage page = PatientPage.of(context, need, typed());
        need.fhirServer()
                .ifPresentOrElse(server -> then.accept(server, page), () -> show(page.with(SearchFailure.DOWN)));
    }

    private PatientCriteria typed() {
        return new PatientCriteria(
                field(NAME_FIELD).orElse(""),
                field(BIRTH_DATE_FIELD).orElse(""),
                field(IDENTIFIER_FIELD).orElse(""));
    }

    private void show(PatientPage page) {
        context.show(context.page().setAttribute("patients", page).createForm("atrium-patient.ftl"));
    }

    private Optional<String> field(String name) {
        List<String> values = context.posted().getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.ofNullable(values.get(0));
    }
}
