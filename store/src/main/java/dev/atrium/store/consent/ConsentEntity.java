package dev.atrium.store.consent;

import dev.atrium.core.account.UserId;
import dev.atrium.core.consent.ClientUuid;
import dev.atrium.core.consent.ConsentRecord;
import dev.atrium.core.consent.ConsentedScopes;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.scope.ScopeSet;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;

/** A row of ATRIUM_GRANT; it keeps instants to the millisecond. */
@Entity(name = "AtriumGrant")
@Table(name = "ATRIUM_GRANT")
public class ConsentEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "MEMBERSHIP_ID", length = 36, nullable = false)
    private String membershipId;

    @Column(name = "CLIENT_ID", length = 36, nullable = false)
    private String clientId;

    @Column(name = "USER_ID", nullable = false)
    private String userId;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "AGREED_SCOPES", length = Length.LONG32, nullable = false)
    private String agreedScopes;

    @Column(name = "DECLINED_SCOPES", length = Length.LONG32)
    private @Nullable String declinedScopes;

    @Column(name = "REQUESTED_SCOPES", length = Length.LONG32)
    private @Nullable String requestedScopes;

    @Column(name = "AGREED_AT", nullable = false)
    private long agreedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ConsentEntity() {}

    ConsentEntity(String id, String realmId, ConsentRecord grant) {
        this.id = id;
        this.membershipId = grant.key().membership().value();
        this.clientId = grant.key().client().value();
        this.userId = grant.key().user().value();
        this.realmId = realmId;
        this.agreedScopes = grant.agreed().text();
        this.declinedScopes = grant.consented().declined().text();
        this.requestedScopes = grant.consented().requested().text();
        this.agreedAt = grant.agreedAt().toEpochMilli();
    }

    ConsentRecord toGrant() {
        ConsentRecord.Key key =
                new ConsentRecord.Key(new UserId(userId), new ClientUuid(clientId), new MembershipId(membershipId));
        return new ConsentRecord(key, agreement(), Instant.ofEpochMilli(agreedAt));
    }

    /** Of a grant from before these were kept, only what was agreed to is known. */
    private ConsentedScopes agreement() {
        ScopeSet agreed = ScopeSet.parse(agreedScopes);
        return new ConsentedScopes(
                agreed,
                declinedScopes == null ? ScopeSet.EMPTY : ScopeSet.parse(declinedScopes),
                requestedScopes == null ? agreed : ScopeSet.parse(requestedScopes));
    }
}
