package dev.atrium.store.membership;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.FhirProfile;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipHistory;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.membership.MembershipTerms;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.policy.AccessPolicy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of ATRIUM_MEMBERSHIP; it keeps instants to the millisecond. */
@Entity(name = "AtriumMembership")
@Table(name = "ATRIUM_MEMBERSHIP")
public class MembershipEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "PROJECT_ID", length = 36, nullable = false)
    private String projectId;

    @Column(name = "USER_ID", nullable = false)
    private String userId;

    @Column(name = "PROFILE", length = 100, nullable = false)
    private String profile;

    @Column(name = "LABEL")
    private @Nullable String label;

    @Column(name = "POLICY_ID", length = 36, nullable = false)
    private String policyId;

    @Column(name = "IS_ADMIN", nullable = false)
    private boolean admin;

    @Column(name = "IS_ACTIVE", nullable = false)
    private boolean active;

    @Column(name = "EXTERNAL_ID")
    private @Nullable String externalId;

    @Column(name = "INVITED_BY")
    private @Nullable String invitedBy;

    @Column(name = "CREATED_AT", nullable = false)
    private long created;

    @Column(name = "LAST_USED_AT")
    private @Nullable Long lastUsed;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected MembershipEntity() {}

    @SuppressWarnings("NullAway.Init") // replaceWith fills the rest
    MembershipEntity(String realmId, Membership membership) {
        this.id = membership.id().value();
        this.realmId = realmId;
        this.created = membership.created().toEpochMilli();
        this.lastUsed = membership.lastUsed().map(Instant::toEpochMilli).orElse(null);
        replaceWith(membership);
    }

    final void replaceWith(Membership membership) {
        projectId = membership.project().value();
        userId = membership.user().value();
        profile = membership.profile().reference();
        label = membership.label().orElse(null);
        policyId = membership.policy().id().value();
        admin = membership.admin();
        active = membership.active();
        externalId = membership.externalId().orElse(null);
        invitedBy = membership.invitedBy().map(UserId::value).orElse(null);
    }

    Membership toMembership(AccessPolicy policy) {
        return new Membership(
                new MembershipId(id),
                new ProjectId(projectId),
                new UserId(userId),
                new MembershipTerms(
                        FhirProfile.parse(profile).orElseThrow(),
                        Optional.ofNullable(label),
                        policy,
                        admin,
                        Optional.ofNullable(externalId)),
                active,
                new MembershipHistory(
                        Optional.ofNullable(invitedBy).map(UserId::new),
                        Instant.ofEpochMilli(created),
                        Optional.ofNullable(lastUsed).map(Instant::ofEpochMilli)));
    }
}
