package dev.atrium.rest.membership;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.Membership;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** A membership as JSON; {@link MembershipInput} takes back what this gives out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "project", "projectId", "user", "userId", "profile", "label", "policy", "policyId"})
record MembershipRepresentation(
        String id,
        @Nullable String project,
        String projectId,
        @Nullable String user,
        String userId,
        String profile,
        @Nullable String label,
        String policy,
        String policyId,
        boolean admin,
        boolean active,
        @Nullable String externalId,
        @Nullable String invitedBy,
        String created,
        @Nullable String lastUsed) {
    static MembershipRepresentation of(Membership membership, ReferenceLookup directory) {
        return new MembershipRepresentation(
                membership.id().value(),
                directory
                        .project(membership.project())
                        .map(OrganizationModel::getAlias)
                        .orElse(null),
                membership.project().value(),
                directory.user(membership.user()).map(UserModel::getUsername).orElse(null),
                membership.user().value(),
                membership.profile().reference(),
                membership.label().orElse(null),
                membership.policy().name(),
                membership.policy().id().value(),
                membership.admin(),
                membership.active(),
                membership.externalId().orElse(null),
                membership.invitedBy().map(UserId::value).orElse(null),
                membership.created().toString(),
                membership.lastUsed().map(Instant::toString).orElse(null));
    }
}
