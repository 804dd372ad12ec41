package dev.atrium.directory.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.fhir.NextPage;
import dev.atrium.core.fhir.SearchAnswer;
import dev.atrium.core.fhir.SearchFailure;
import dev.atrium.core.membership.FhirBaseUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads one page of a search (FHIR R4, Bundle); whatever is not what was searched for is passed over. */
record BundleReader(FhirBaseUrl base) {
    /** More rows than are asked for; a server that sends more than this does not page. */
    private static final int MOST_ROWS = 100;

    <R> SearchAnswer<R> read(JsonNode json, String type, Function<JsonNode, Optional<R>> row) {
        if (!json.path("resourceType").asText().equals("Bundle")) {
            return new SearchAnswer.Failed<>(SearchFailure.UNREADABLE);
        }
        List<R> rows = new ArrayList<>();
        for (JsonNode entry : json.path("entry")) {
            JsonNode resource = entry.path("resource");
            if (rows.size() < MOST_ROWS
                    && resource.path("resourceType").asText().equals(type)) {
                row.apply(resource).ifPresent(rows::add);
            }
        }
        Optional<NextPage> next = next(json);
        return rows.isEmpty() && next.isEmpty()
                ? new SearchAnswer.Failed<>(SearchFailure.NOBODY)
                : new SearchAnswer.Found<>(rows, next);
    }

    private Optional<NextPage> next(JsonNode bundle) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals("next")) {
                return NextPage.within(base, link.path("url").asText());
            }
        }
        return Optional.empty();
    }
}
