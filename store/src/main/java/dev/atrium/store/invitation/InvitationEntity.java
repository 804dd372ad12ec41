package dev.atrium.store.invitation;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.account.UserId;
import dev.atrium.core.consent.ClientUuid;
import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.invitation.InvitationId;
import dev.atrium.core.invitation.InvitationLetter;
import dev.atrium.core.invitation.InvitationLink;
import dev.atrium.core.invitation.InvitationState;
import dev.atrium.core.invitation.OfferedMembership;
import dev.atrium.core.membership.FhirProfile;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.policy.AccessPolicyId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of ATRIUM_INVITATION; it keeps instants to the millisecond. */
@Entity(name = "AtriumInvitation")
@Table(name = "ATRIUM_INVITATION")
public class InvitationEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "EMAIL", nullable = false)
    private String email;

    @Column(name = "PROJECT_ID", length = 36, nullable = false)
    private String projectId;

    @Column(name = "PROFILE", length = 100, nullable = false)
    private String profile;

    @Column(name = "POLICY_ID", length = 36, nullable = false)
    private String policyId;

    @Column(name = "LABEL")
    private @Nullable String label;

    @Column(name = "IS_ADMIN", nullable = false)
    private boolean admin;

    @Column(name = "EXTERNAL_ID")
    private @Nullable String externalId;

    @Column(name = "SECOND_FACTOR", nullable = false)
    private boolean secondFactor;

    @Column(name = "WORDS", length = Length.LONG32)
    private @Nullable String words;

    @Column(name = "LANGUAGE_TAG", length = 35)
    private @Nullable String language;

    @Column(name = "CLIENT_ID", length = 36)
    private @Nullable String clientId;

    @Column(name = "INVITED_BY")
    private @Nullable String invitedBy;

    @Column(name = "USER_ID")
    private @Nullable String userId;

    @Column(name = "LINK_KEY", length = 36, nullable = false)
    private String linkKey;

    @Column(name = "SENT_AT", nullable = false)
    private long sent;

    @Column(name = "EXPIRES_AT", nullable = false)
    private long expires;

    @Column(name = "STATE", length = 20, nullable = false)
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private InvitationState state;

    @Column(name = "PENDING_KEY", length = 64)
    private @Nullable String pendingKey;

    @Column(name = "CREATED_AT", nullable = false)
    private long created;

    @Column(name = "ENDED_AT")
    private @Nullable Long ended;

    @Column(name = "MEMBERSHIP_ID", length = 36)
    private @Nullable String membershipId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected InvitationEntity() {}

    @SuppressWarnings("NullAway.Init") // replaceWith fills the rest
    InvitationEntity(String realmId, Invitation invitation) {
        OfferedMembership offered = invitation.offered();
        this.id = invitation.id().value();
        this.realmId = realmId;
        this.email = invitation.email().value();
        this.projectId = offered.project().value();
        this.profile = offered.profile().reference();
        this.policyId = offered.policy().value();
        this.label = offered.label().orElse(null);
        this.admin = offered.admin();
        this.externalId = offered.externalId().orElse(null);
        this.secondFactor = offered.secondFactor();
        this.created = invitation.created().toEpochMilli();
        replaceWith(invitation);
    }

    final void replaceWith(Invitation invitation) {
        words = invitation.letter().words().orElse(null);
        language = invitation.letter().language().orElse(null);
        clientId = invitation.letter().client().map(ClientUuid::value).orElse(null);
        invitedBy = invitation.invitedBy().map(UserId::value).orElse(null);
        userId = invitation.user().map(UserId::value).orElse(null);
        linkKey = invitation.link().key();
        sent = invitation.link().made().toEpochMilli();
        expires = invitation.link().expires().toEpochMilli();
        state = invitation.state();
        pendingKey = state == InvitationState.PENDING ? PendingKey.of(invitation) : null;
        ended = invitation.ended().map(Instant::toEpochMilli).orElse(null);
        membershipId = invitation.membership().map(MembershipId::value).orElse(null);
    }

    Invitation toInvitation() {
        return new Invitation(
                new InvitationId(id),
                new EmailAddress(email),
                offered(),
                letter(),
                Optional.ofNullable(invitedBy).map(UserId::new),
                Optional.ofNullable(userId).map(UserId::new),
                new InvitationLink(linkKey, Instant.ofEpochMilli(sent), Instant.ofEpochMilli(expires)),
                state,
                Instant.ofEpochMilli(created),
                Optional.ofNullable(ended).map(Instant::ofEpochMilli),
                Optional.ofNullable(membershipId).map(MembershipId::new));
    }

    private OfferedMembership offered() {
        return new OfferedMembership(
                new ProjectId(projectId),
                FhirProfile.parse(profile).orElseThrow(),
                new AccessPolicyId(policyId),
                Optional.ofNullable(label),
                admin,
                Optional.ofNullable(externalId),
                secondFactor);
    }

    private InvitationLetter letter() {
        return new InvitationLetter(
                Optional.ofNullable(words),
                Optional.ofNullable(language),
                Optional.ofNullable(clientId).map(ClientUuid::new));
    }
}
