package dev.atrium.store.message;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of ATRIUM_ALIAS_VAULT_ENTRY, which only its changelog makes. */
@Entity(name = "AtriumAliasVaultEntry")
@Table(name = "ATRIUM_ALIAS_VAULT_ENTRY")
public class AliasVaultEntryEntity {
    @Id
    @Column(name = "PROJECT_ID", length = 36)
    private String projectId;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected AliasVaultEntryEntity() {}

    AliasVaultEntryEntity(String realmId, String projectId) {
        this.realmId = realmId;
        this.projectId = projectId;
    }
}
