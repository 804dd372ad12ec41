package dev.atrium.store;

import dev.atrium.core.mail.AliasVaultEntries;
import dev.atrium.core.project.ProjectId;

/** The projects of one realm that were there when entries of the vault had their aliases, in Keycloak's database. */
final class JpaAliasVaultEntries implements AliasVaultEntries {
    private static final String OF_PROJECT =
            "select count(v) from AtriumAliasVaultEntry v where v.realmId = :realm and v.projectId = :project";

    private final RealmRows rows;

    JpaAliasVaultEntries(RealmRows rows) {
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
