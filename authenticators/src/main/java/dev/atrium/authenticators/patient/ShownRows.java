package dev.atrium.authenticators.patient;

import dev.atrium.core.fhir.NextPage;
import dev.atrium.core.launch.FhirId;
import dev.atrium.core.membership.FhirBaseUrl;
import dev.atrium.support.note.FlowNote;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What the last page of a search showed, and where the next page is: only that can be chosen or turned to. Ids, and what
 * patients are called, all of it gone with the choice.
 */
record ShownRows(AuthenticationSessionModel authSession) {
    private static final FlowNote<List<String>> IDS =
            new FlowNote<>("atrium.shown-ids", ids -> String.join(",", ids), ShownRows::split);
    private static final FlowNote<List<String>> NAMES = new FlowNote<>(
            "atrium.shown-names",
            names -> String.join("\n", names),
            text -> Optional.of(List.of(text.split("\n", -1))));
    private static final FlowNote<String> NEXT = new FlowNote<>("atrium.next-page", url -> url, Optional::of);

    void keep(List<FhirId> ids, Optional<NextPage> next) {
        IDS.put(authSession, ids.stream().map(FhirId::value).collect(Collectors.toList()));
        next.map(NextPage::url).ifPresentOrElse(url -> NEXT.put(authSession, url), () -> NEXT.remove(authSession));
    }

    /** The same, with what is chosen from by name. */
    void keep(List<FhirId> ids, List<String> names, Optional<NextPage> next) {
        keep(ids, next);
        NAMES.put(authSession, names);
    }

    void forget() {
        IDS.remove(authSession);
        NAMES.remove(authSession);
        NEXT.remove(authSession);
    }

    /** The id that came back, if it was shown. */
    Optional<FhirId> chosen(String posted) {
        return IDS.in(authSession).filter(shown -> shown.contains(posted)).flatMap(shown -> FhirId.parse(posted));
    }

    /** What it was called; empty if it has no name. */
    String nameOf(FhirId id) {
        int row = IDS.in(authSession).orElse(List.of()).indexOf(id.value());
        List<String> names = NAMES.in(authSession).orElse(List.of());
        return row >= 0 && row < names.size() ? names.get(row) : "";
    }

    Optional<NextPage> next(FhirBaseUrl base) {
        return NEXT.in(authSession).flatMap(url -> NextPage.within(base, url));
    }

    private static Optional<List<String>> split(String text) {
        return Optional.of(Arrays.asList(text.split(",")));
    }
}
