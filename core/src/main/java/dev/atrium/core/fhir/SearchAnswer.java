package dev.atrium.core.fhir;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a FHIR server answered to a search. */
public sealed interface SearchAnswer<R> {
    /**
     * One page of resources, which may be empty while there are more pages.
     *
     * @param next where the next page is, if there is one
     */
    record Found<R>(List<R> rows, Optional<NextPage> next) implements SearchAnswer<R> {
        public Found {
            rows = List.copyOf(rows);
        }
    }

    /** No resource. */
    record Failed<R>(SearchFailure why) implements SearchAnswer<R> {}

    default void match(Consumer<? super Found<R>> onFound, Consumer<? super SearchFailure> onFailed) {
        if (this instanceof Found<R> found) {
            onFound.accept(found);
        } else if (this instanceof Failed<R> failed) {
            onFailed.accept(failed.why());
        }
    }
}
