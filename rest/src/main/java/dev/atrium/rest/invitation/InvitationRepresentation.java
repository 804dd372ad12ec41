package dev.atrium.rest.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as JSON.
 *
 * @param link given once, to whoever hands it over; it is never read again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "email", "project", "projectId", "profile", "label", "policy", "policyId"})
record InvitationRepresentation(
        String id,
        String email,
        @Nullable String project,
        String projectId,
        String profile,
        @Nullable String label,
        @Nullable String policy,
        String policyId,
        boolean admin,
        @Nullable String externalId,
        boolean secondFactor,
        @Nullable String client,
        @Nullable String words,
        @Nullable String language,
        @Nullable String invitedBy,
        @Nullable String userId,
        String state,
        String created,
        String sent,
        String expires,
        @Nullable String ended,
        @Nullable String membership,
        @Nullable String link) {}
