package dev.atrium.core.dialect;

import dev.atrium.core.scope.ScopeSet;
import java.util.Optional;

/**
 * What an access token says, in whatever words.
 *
 * @param granted its scopes
 * @param patient the id of the patient in context
 * @param fhirUser the absolute URL of the user's FHIR resource, if it may be told
 */
public record DialectFacts(ScopeSet granted, Optional<String> patient, Optional<String> fhirUser) {}
