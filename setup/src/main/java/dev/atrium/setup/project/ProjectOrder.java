package dev.atrium.setup.project;

import dev.atrium.core.membership.FhirBaseUrl;
import java.util.Optional;

/**
 * A project that is asked for.
 *
 * @param name for people
 * @param domain the e-mail domain of its people
 */
public record ProjectOrder(String alias, String name, FhirBaseUrl fhirBaseUrl, Optional<String> domain) {}
