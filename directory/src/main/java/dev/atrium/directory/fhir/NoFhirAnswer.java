package dev.atrium.directory.fhir;

import dev.atrium.core.fhir.SearchFailure;

/** A FHIR server did not answer with a resource. */
@SuppressWarnings("serial") // never serialized
final class NoFhirAnswer extends Exception {
    private final SearchFailure why;

    NoFhirAnswer(SearchFailure why) {
        super(why.name());
        this.why = why;
    }

    SearchFailure why() {
        return why;
    }
}
