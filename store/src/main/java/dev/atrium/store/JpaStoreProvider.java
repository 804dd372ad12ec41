package dev.atrium.store;

import dev.atrium.core.consent.ConsentStore;
import dev.atrium.core.health.RealmSurvey;
import dev.atrium.core.hook.HookCallStore;
import dev.atrium.core.invitation.InvitationStore;
import dev.atrium.core.mail.MailTemplateStore;
import dev.atrium.core.membership.MembershipStore;
import dev.atrium.core.membership.ProfileStore;
import dev.atrium.core.outbox.OutboxQueue;
import dev.atrium.core.outbox.OutboxStore;
import dev.atrium.core.policy.AccessPolicyStore;
import dev.atrium.store.consent.JpaConsentStore;
import dev.atrium.store.health.JpaRealmSurvey;
import dev.atrium.store.invitation.JpaInvitationStore;
import dev.atrium.store.jpa.RealmRows;
import dev.atrium.store.membership.EventPublishingMembershipStore;
import dev.atrium.store.membership.JpaAccessPolicyStore;
import dev.atrium.store.membership.JpaProfileStore;
import dev.atrium.store.message.JpaAliasVaultEntries;
import dev.atrium.store.message.JpaHookCallStore;
import dev.atrium.store.message.JpaHousekeeping;
import dev.atrium.store.message.JpaMailTemplateStore;
import dev.atrium.store.outbox.JpaOutboxQueue;
import dev.atrium.store.outbox.JpaOutboxStore;
import dev.atrium.support.store.AliasVaultEntries;
import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.store.Housekeeping;
import jakarta.persistence.EntityManager;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Atrium's data in Keycloak's database, in the transaction of its session. */
final class JpaStoreProvider implements AtriumStoreProvider {
    private final KeycloakSession session;
    private final EntityManager entities;

    JpaStoreProvider(KeycloakSession session, EntityManager entities) {
        this.session = session;
        this.entities = entities;
    }

    @Override
    public MembershipStore memberships(RealmModel realm) {
        return EventPublishingMembershipStore.of(session, realm, rows(realm));
    }

    @Override
    public ProfileStore profiles(RealmModel realm) {
        return new JpaProfileStore(rows(realm));
    }

    @Override
    public AccessPolicyStore policies(RealmModel realm) {
        return new JpaAccessPolicyStore(rows(realm));
    }

    @Override
    public ConsentStore grants(RealmModel realm) {
        return new JpaConsentStore(rows(realm));
    }

    @Override
    public InvitationStore invitations(RealmModel realm) {
        return new JpaInvitationStore(rows(realm));
    }

    @Override
    public HookCallStore hookCalls(RealmModel realm) {
        return new JpaHookCallStore(rows(realm));
    }

    @Override
    public OutboxStore outbox(RealmModel realm) {
        return new JpaOutboxStore(rows(realm));
    }

    @Override
    public MailTemplateStore mailTemplates(RealmModel realm) {
        return new JpaMailTemplateStore(rows(realm));
    }

    @Override
    public AliasVaultEntries aliasVaultEntries(RealmModel realm) {
        return new JpaAliasVaultEntries(rows(realm));
    }

    @Override
    public RealmSurvey survey(RealmModel realm) {
        return new JpaRealmSurvey(rows(realm));
    }

    @Override
    public OutboxQueue outboxQueue() {
        return new JpaOutboxQueue(entities);
    }

    @Override
    public Housekeeping housekeeping() {
        return new JpaHousekeeping(entities);
    }

    @Override
    public void close() {}

    private RealmRows rows(RealmModel realm) {
        return new RealmRows(entities, realm.getId());
    }
}
