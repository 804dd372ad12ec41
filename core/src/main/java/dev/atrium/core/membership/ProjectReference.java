package dev.atrium.core.membership;

/**
 * Which project something belongs to.
 *
 * @param id what decides: once a project is deleted, another one may get its alias
 * @param alias what people and messages call it; a project keeps it as long as it is there
 */
public record ProjectReference(ProjectId id, String alias) {}
