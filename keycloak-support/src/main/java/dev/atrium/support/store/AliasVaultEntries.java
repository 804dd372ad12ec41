package dev.atrium.support.store;

import dev.atrium.core.membership.ProjectId;

/**
 * The projects of one realm that may still use the entry of Keycloak's vault that has their alias: those that were there
 * when entries were named so.
 */
public interface AliasVaultEntries {
    boolean isOf(ProjectId project);
}
