package dev.atrium.authenticators.patient;

import dev.atrium.authenticators.stage.ClientName;
import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.fhir.PatientCriteria;
import dev.atrium.core.fhir.SearchFailure;
import java.util.List;
import java.util.Locale;

/**
 * What the patient page shows.
 *
 * @param typeKey message key of the kind of profile the person searches as
 * @param label of the profile; empty if it has none
 * @param noticeKey message key of what is to say about the search; empty if nothing
 * @param searchable whether there is a search, or only what the FHIR server says by itself
 * @param more whether there is another page
 */
public record PatientPage(
        String clientName,
        String project,
        String typeKey,
        String label,
        PatientCriteria typed,
        String noticeKey,
        boolean searchable,
        List<Row> rows,
        boolean more) {
    /**
     * One patient.
     *
     * @param birthDate as the person writes dates; empty if it is not known
     * @param genderKey message key; empty if it is not known
     * @param deceased whether the patient has died, which keeps two of one name apart
     * @param identifier with its kind before it; empty if there is none
     */
    public record Row(
            String id, String name, String birthDate, String genderKey, boolean deceased, String identifier) {}

    private static final String NOTICE = "atrium.patient.";

    /** Before anything is found. */
    static PatientPage of(StageContext context, ContextNeed need, PatientCriteria typed) {
        return new PatientPage(
                ClientName.of(context.authSession().getClient()),
                need.active().project().name(),
                "atrium.profile.type." + need.profile().type().resourceType(),
                need.active().membership().label().orElse(""),
                typed,
                "",
                true,
                List.of(),
                false);
    }

    PatientPage with(List<Row> found, boolean others) {
        String notice = found.isEmpty() ? NOTICE + "emptypage" : "";
        return new PatientPage(clientName, project, typeKey, label, typed, notice, searchable, found, others);
    }

    PatientPage with(SearchFailure why) {
        return saying(why.name());
    }

    PatientPage with(PatientCriteria.Problem problem) {
        return saying(problem.name());
    }

    /** For whoever does not search: there is nothing but another try. */
    PatientPage withoutForm(SearchFailure why) {
        String notice = NOTICE + "related." + why.name().toLowerCase(Locale.ROOT);
        return new PatientPage(clientName, project, typeKey, label, typed, notice, false, List.of(), false);
    }

    private PatientPage saying(String what) {
        String notice = NOTICE + what.toLowerCase(Locale.ROOT);
        return new PatientPage(clientName, project, typeKey, label, typed, notice, searchable, List.of(), false);
    }
}
