package dev.atrium.store.membership;

import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.policy.AccessPolicyId;
import dev.atrium.core.scope.ScopeSet;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import org.hibernate.Length;

/** A row of ATRIUM_ACCESS_POLICY. */
@Entity(name = "AtriumAccessPolicy")
@Table(name = "ATRIUM_ACCESS_POLICY")
public class AccessPolicyEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "NAME", length = AccessPolicy.LONGEST_NAME, nullable = false)
    private String name;

    @Column(name = "NAME_KEY", nullable = false)
    private String nameKey;

    @Column(name = "DESCRIPTION", length = Length.LONG32, nullable = false)
    private String description;

    @Column(name = "CEILING_SCOPES", length = Length.LONG32, nullable = false)
    private String ceilingScopes;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected AccessPolicyEntity() {}

    @SuppressWarnings("NullAway.Init") // replaceWith fills the rest
    AccessPolicyEntity(String realmId, AccessPolicy policy) {
        this.id = policy.id().value();
        this.realmId = realmId;
        replaceWith(policy);
    }

    /** The form in which names are compared. */
    static String nameKey(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    final void replaceWith(AccessPolicy policy) {
        name = policy.name();
        nameKey = nameKey(policy.name());
        description = policy.description();
        ceilingScopes = policy.ceiling().text();
    }

    AccessPolicy toPolicy() {
        return new AccessPolicy(new AccessPolicyId(id), name, description, ScopeSet.parse(ceilingScopes));
    }
}
