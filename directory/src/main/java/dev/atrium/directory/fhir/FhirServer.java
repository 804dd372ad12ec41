package dev.atrium.directory.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.fhir.EncounterRow;
import dev.atrium.core.fhir.NextPage;
import dev.atrium.core.fhir.PatientCriteria;
import dev.atrium.core.fhir.PatientRow;
import dev.atrium.core.fhir.PersonalScopes;
import dev.atrium.core.fhir.SearchAnswer;
import dev.atrium.core.fhir.SearchFailure;
import dev.atrium.core.fhir.SearchTerm;
import dev.atrium.core.launch.FhirId;
import dev.atrium.core.membership.FhirBaseUrl;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.membership.ActiveMembership;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The FHIR server of a project, as one person may ask it. */
public final class FhirServer {
    private static final String PAGE = "_count=10";

    private final FhirHttp http;
    private final FhirBaseUrl base;
    private final PersonalToken token;
    private final ScopeSet ceiling;

    private FhirServer(KeycloakSession session, UserModel user, ActiveMembership active, FhirBaseUrl base) {
        this.http = new FhirHttp(session);
        this.base = base;
        this.token = new PersonalToken(session, user, base, active.membership().profile());
        this.ceiling = active.membership().policy().ceiling();
    }

    /** Nothing where the project's FHIR server is not known. */
    public static Optional<FhirServer> of(KeycloakSession session, UserModel user, ActiveMembership active) {
        return active.project().fhirBaseUrl().map(base -> new FhirServer(session, user, active, base));
    }

    public FhirBaseUrl base() {
        return base;
    }

    /** The first patients that meet all of this. */
    public SearchAnswer<PatientRow> patients(PatientCriteria criteria) {
        return patientsAt(base.value() + "/Patient?" + SearchTerm.query(criteria.terms()) + "&" + PAGE);
    }

    public SearchAnswer<PatientRow> patients(NextPage page) {
        return patientsAt(page.url());
    }

    /** The patient a relative is related to: one resource of theirs names one patient (FHIR R4, RelatedPerson). */
    public SearchAnswer<PatientRow> patientOf(FhirId relatedPerson) {
        return ask(
                base.value() + "/RelatedPerson/" + relatedPerson.value(),
                PersonalScopes.toReadRelatedPerson(ceiling).map(scopes -> token.forScopes(scopes, Optional.empty())),
                json -> RelatedPersonReader.patient(json, relatedPerson, base)
                        .<SearchAnswer<PatientRow>>map(
                                patient -> new SearchAnswer.Found<>(List.of(patient), Optional.empty()))
                        .orElseGet(() -> new SearchAnswer.Failed<>(SearchFailure.UNREADABLE)));
    }

    /** The encounters of a patient, the newest first. */
    public SearchAnswer<EncounterRow> encounters(FhirId patient) {
        String query = SearchTerm.query(List.of(new SearchTerm("patient", patient.value())));
        return encountersAt(base.value() + "/Encounter?" + query + "&_sort=-date&" + PAGE, patient);
    }

    public SearchAnswer<EncounterRow> encounters(NextPage page, FhirId patient) {
        return encountersAt(page.url(), patient);
    }

    private SearchAnswer<PatientRow> patientsAt(String url) {
        return ask(
                url,
                PersonalScopes.toFindPatients(ceiling).map(scopes -> token.forScopes(scopes, Optional.empty())),
                json -> new BundleReader(base).read(json, "Patient", PatientReader::row));
    }

    private SearchAnswer<EncounterRow> encountersAt(String url, FhirId patient) {
        return ask(
                url,
                PersonalScopes.toFindEncounters(ceiling).map(scopes -> token.forScopes(scopes, Optional.of(patient))),
                json -> new BundleReader(base).read(json, "Encounter", EncounterReader.of(patient, base)));
    }

    private <R> SearchAnswer<R> ask(String url, Optional<String> bearer, Function<JsonNode, SearchAnswer<R>> read) {
        if (bearer.isEmpty()) {
            return new SearchAnswer.Failed<>(SearchFailure.REFUSED);
        }
        try {
            return read.apply(http.get(url, bearer.get()));
        } catch (NoFhirAnswer none) {
            return new SearchAnswer.Failed<>(none.why());
        }
    }
}
