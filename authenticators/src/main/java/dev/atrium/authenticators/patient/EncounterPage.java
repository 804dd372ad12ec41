package dev.atrium.authenticators.patient;

import dev.atrium.authenticators.launch.PickedContext;
import dev.atrium.authenticators.stage.ClientName;
import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.fhir.EncounterRow;
import dev.atrium.core.fhir.SearchFailure;
import java.util.List;
import java.util.Locale;

/**
 * What the encounter page shows.
 *
 * @param patient the name of whose visits they are; empty if it is not known
 * @param noticeKey message key of what is to say about the search; empty if nothing
 * @param more whether there is another page
 */
public record EncounterPage(
        String clientName, String project, String patient, String noticeKey, List<Row> rows, boolean more) {
    /**
     * One encounter.
     *
     * @param kind in the server's words; empty if it does not say
     * @param start as the person writes dates; empty if it is not known
     */
    public record Row(String id, String kind, String start, boolean current) {}

    private static final String NOTICE = "atrium.encounter.";
    private static final String IN_PROGRESS = "in-progress";

    /** Before anything is found. */
    static EncounterPage of(StageContext context, ContextNeed need) {
        return new EncounterPage(
                ClientName.of(context.authSession().getClient()),
                need.active().project().name(),
                PickedContext.patientName(context.authSession()).orElse(""),
                "",
                List.of(),
                false);
    }

    EncounterPage with(List<EncounterRow> found, LocalDates dates, boolean others) {
        List<Row> shown = found.stream()
                .map(each -> new Row(
                        each.id().value(),
                        each.kind(),
                        dates.moment(each.start()),
                        each.status().equals(IN_PROGRESS)))
                .toList();
        return new EncounterPage(
                clientName, project, patient, shown.isEmpty() ? NOTICE + "emptypage" : "", shown, others);
    }

    EncounterPage with(SearchFailure why) {
        String notice = NOTICE + why.name().toLowerCase(Locale.ROOT);
        return new EncounterPage(clientName, project, patient, notice, List.of(), false);
    }
}
