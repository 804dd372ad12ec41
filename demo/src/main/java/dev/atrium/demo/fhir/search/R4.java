package dev.atrium.demo.fhir.search;

import ca.uhn.fhir.context.FhirContext;

/** What HAPI knows of FHIR R4; one for all, since it is expensive to make. */
public final class R4 {
    private static final FhirContext CONTEXT = FhirContext.forR4();

    private R4() {}

    public static FhirContext context() {
        return CONTEXT;
    }
}
