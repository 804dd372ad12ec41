package dev.atrium.setup.project;

import dev.atrium.core.membership.FhirProfile;

/**
 * A member of a project who is asked for.
 *
 * @param userId of somebody who has an account
 * @param name as the request calls them
 * @param project its alias
 * @param policy its name
 */
public record MemberOrder(String userId, String name, String project, FhirProfile profile, String policy) {}
