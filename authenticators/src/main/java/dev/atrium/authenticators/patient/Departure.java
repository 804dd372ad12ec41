package dev.atrium.authenticators.patient;

import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.fhir.SearchFailure;
import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.support.note.FlowNote;
import java.util.Arrays;
import java.util.Optional;

/** How a person goes back to the app without a patient, and what app and administrator hear of it. */
record Departure(StageContext context) {
    private static final FlowNote<SearchFailure> FAILURE =
            new FlowNote<>("atrium.search-failure", SearchFailure::name, Departure::parse);

    static Departure of(StageContext context) {
        return new Departure(context);
    }

    /** Remembers how the last search went, for the event. */
    void note(SearchFailure why) {
        FAILURE.put(context.authSession(), why);
    }

    void noteSuccess() {
        FAILURE.remove(context.authSession());
    }

    void leave(boolean withoutPatient) {
        String what = withoutPatient ? "patient" : "encounter";
        String server = FAILURE.in(context.authSession())
                .filter(why -> why != SearchFailure.NOBODY)
                .map(why -> "; the FHIR server could not be searched: " + why)
                .orElse("");
        context.refuse(
                OAuthError.ACCESS_DENIED,
                "The user did not choose " + (withoutPatient ? "a patient." : "an encounter."),
                "The user went back to the app without choosing a " + what + server);
    }

    private static Optional<SearchFailure> parse(String name) {
        return Arrays.stream(SearchFailure.values())
                .filter(why -> why.name().equals(name))
                .findFirst();
    }
}
