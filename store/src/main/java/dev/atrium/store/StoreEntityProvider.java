package dev.atrium.store;

import dev.atrium.store.consent.ConsentEntity;
import dev.atrium.store.invitation.InvitationEntity;
import dev.atrium.store.jpa.OutboxEntity;
import dev.atrium.store.membership.AccessPolicyEntity;
import dev.atrium.store.membership.MembershipEntity;
import dev.atrium.store.message.AliasVaultEntryEntity;
import dev.atrium.store.message.HookCallEntity;
import dev.atrium.store.message.MailTemplateEntity;
import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak which tables to make and which classes are kept in them. */
final class StoreEntityProvider implements JpaEntityProvider {
    static final List<Class<?>> ENTITIES = List.of(
            AccessPolicyEntity.class,
            MembershipEntity.class,
            ConsentEntity.class,
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
