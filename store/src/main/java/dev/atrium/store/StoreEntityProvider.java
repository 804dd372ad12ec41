package dev.atrium.store;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak which tables to make and which classes are kept in them. */
final class StoreEntityProvider implements JpaEntityProvider {
    static final List<Class<?>> ENTITIES = List.of(
            AccessPolicyEntity.class,
            MembershipEntity.class,
            GrantEntity.class,
            OutboxEntity.class,
            MailTemplateEntity.class,
            HookCallEntity.class,
            InvitationEntity.class,
            AliasVaultEntryEntity.class);
    static final String CHANGELOG = "META-INF/atrium-store-changelog.xml";

    @Override
    public List<Class<?>> getEntities() {
        return ENTITIES;
    }

    @Override
    public String getChangelogLocation() {
        return CHANGELOG;
    }

    @Override
    public String getFactoryId() {
        return StoreEntityProviderFactory.ID;
    }

    @Override
    public void close() {}
}
