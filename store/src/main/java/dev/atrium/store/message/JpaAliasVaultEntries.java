package dev.atrium.store.message;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.store.jpa.RealmRows;
import dev.atrium.support.store.AliasVaultEntries;

/** The projects of one realm that were there when entries of the vault had their aliases, in Keycloak's database. */
public final class JpaAliasVaultEntries implements AliasVaultEntries {
    private static final String OF_PROJECT =
            "select count(v) from AtriumAliasVaultEntry v where v.realmId = :realm and v.projectId = :project";

    private final RealmRows rows;

    public JpaAliasVaultEntries(RealmRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean isOf(ProjectId project) {
        return rows.query(OF_PROJECT, Long.class)
                        .setParameter("project", project.value())
                        .getSingleResult()
                > 0;
    }
}
