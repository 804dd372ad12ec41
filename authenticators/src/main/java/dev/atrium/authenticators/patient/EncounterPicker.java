package dev.atrium.authenticators.patient;

import dev.atrium.authenticators.launch.PickedContext;
import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.fhir.EncounterRow;
import dev.atrium.core.fhir.NextPage;
import dev.atrium.core.fhir.SearchAnswer;
import dev.atrium.core.fhir.SearchFailure;
import dev.atrium.core.launch.FhirId;
import dev.atrium.directory.fhir.FhirServer;
import java.util.Optional;

/** Has a person choose one of a patient's encounters, the newest first. */
final class EncounterPicker {
    static final String ENCOUNTER_FIELD = "encounter";

    private final StageContext context;
    private final Runnable chosen;
    private final ShownRows shown;

    /** @param chosen what comes when the encounter is known */
    EncounterPicker(StageContext context, Runnable chosen) {
        this.context = context;
        this.chosen = chosen;
        this.shown = new ShownRows(context.authSession());
    }

    void begin(ContextNeed need) {
        SearchAnswer<EncounterRow> answer = need.whose()
                .flatMap(patient -> need.fhirServer().map(server -> server.encounters(patient)))
                .orElseGet(() -> new SearchAnswer.Failed<>(SearchFailure.DOWN));
        present(need, answer);
    }

    void answer(ContextNeed need) {
        String posted =
                Optional.ofNullable(context.posted().getFirst(ENCOUNTER_FIELD)).orElse("");
        Optional<FhirId> encounter = shown.chosen(posted);
        if (encounter.isPresent()) {
            shown.forget();
            PickedContext.encounter(context.authSession(), encounter.get());
            chosen.run();
        } else if (context.posted().containsKey(PatientPicker.MORE_FIELD)) {
            turn(need);
        } else {
            begin(need);
        }
    }

    private void turn(ContextNeed need) {
        Optional<FhirServer> server = need.fhirServer();
        Optional<NextPage> next = server.flatMap(found -> shown.next(found.base()));
        if (server.isPresent() && next.isPresent() && need.whose().isPresent()) {
            present(need, server.get().encounters(next.get(), need.whose().get()));
        } else {
            begin(need);
        }
    }

    private void present(ContextNeed need, SearchAnswer<EncounterRow> answer) {
        EncounterPage page = EncounterPage.of(context, need);
        answer.match(
                found -> {
                    Departure.of(context).noteSuccess();
                    shown.keep(found.rows().stream().map(EncounterRow::id).toList(), found.next());
                    show(page.with(
                            found.rows(), LocalDates.of(context), found.next().isPresent()));
                },
                why -> {
                    Departure.of(context).note(why);
                    shown.forget();
                    show(page.with(why));
                });
    }

    private void show(EncounterPage page) {
        context.show(context.page().setAttribute("encounters", page).createForm("atrium-encounter.ftl"));
    }
}
