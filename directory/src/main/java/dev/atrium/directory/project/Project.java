package dev.atrium.directory.project;

import dev.atrium.core.factor.SignInRequirements;
import dev.atrium.core.membership.FhirBaseUrl;
import dev.atrium.core.membership.ProjectId;
import java.util.Optional;

/**
 * A project as its organization describes it.
 *
 * @param alias its name in tokens
 * @param name its name for people
 * @param fhirBaseUrl where its FHIR server is; without it nobody gets FHIR access there
 * @param requirements what a sign-in must have had before it gets anything there
 */
public record Project(
        ProjectId id, String alias, String name, Optional<FhirBaseUrl> fhirBaseUrl, SignInRequirements requirements) {}
