package dev.atrium.store;

import dev.atrium.core.account.UserId;
import dev.atrium.core.consent.ClientUuid;
import dev.atrium.core.consent.ConsentRecord;
import dev.atrium.core.consent.ConsentStore;
import dev.atrium.core.consent.ConsentedScopes;
import dev.atrium.core.hook.HookCallStore;
import dev.atrium.core.invitation.InvitationStore;
import dev.atrium.core.mail.MailTemplateStore;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipStore;
import dev.atrium.core.membership.ProfileStore;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.outbox.OutboxQueue;
import dev.atrium.core.outbox.OutboxStore;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.policy.AccessPolicyId;
import dev.atrium.core.policy.AccessPolicyStore;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.core.store.Page;
import dev.atrium.store.consent.JpaConsentStore;
import dev.atrium.store.invitation.JpaInvitationStore;
import dev.atrium.store.jpa.RealmRows;
import dev.atrium.store.membership.JpaAccessPolicyStore;
import dev.atrium.store.membership.JpaMembershipStore;
import dev.atrium.store.membership.JpaProfileStore;
import dev.atrium.store.message.JpaHookCallStore;
import dev.atrium.store.message.JpaHousekeeping;
import dev.atrium.store.message.JpaMailTemplateStore;
import dev.atrium.store.outbox.JpaOutboxQueue;
import dev.atrium.store.outbox.JpaOutboxStore;
import dev.atrium.support.store.Housekeeping;
import java.time.Instant;
import java.util.UUID;

/** What the contracts share: a realm of their own, another realm, and the stores of both. */
abstract class StoreContract {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Page ALL = new Page(0, Page.MOST);
    static final UserId ANNA = new UserId("anna");
    static final UserId BERT = new UserId("f:ldap:" + "b".repeat(240));
    static final ProjectId HOSPITAL = new ProjectId("hospital");
    static final ProjectId SURGERY = new ProjectId("surgery");
    static final ClientUuid APP = new ClientUuid("app");

    final TestDatabase database;
    final String realm = UUID.randomUUID().toString();
    final String otherRealm = UUID.randomUUID().toString();
    final MembershipStore memberships;
    final MembershipStore membershipsElsewhere;
    final ProfileStore profiles;
    final ProfileStore profilesElsewhere;
    final AccessPolicyStore policies;
    final AccessPolicyStore policiesElsewhere;
    final ConsentStore grants;
    final ConsentStore grantsElsewhere;
    final InvitationStore invitations;
    final InvitationStore invitationsElsewhere;
    final HookCallStore calls;
    final HookCallStore callsElsewhere;
    final OutboxStore outbox;
    final OutboxStore outboxElsewhere;
    final OutboxQueue queue;
    final Housekeeping housekeeping;

    StoreContract(TestDatabase database) {
        this.database = database;
        memberships = memberships(realm);
        membershipsElsewhere = memberships(otherRealm);
        profiles = profiles(realm);
        profilesElsewhere = profiles(otherRealm);
        policies = policies(realm);
        policiesElsewhere = policies(otherRealm);
        grants = grants(realm);
        grantsElsewhere = grants(otherRealm);
        invitations = invitations(realm);
        invitationsElsewhere = invitations(otherRealm);
        calls = calls(realm);
        callsElsewhere = calls(otherRealm);
        outbox = outbox(realm);
        outboxElsewhere = outbox(otherRealm);
        queue = database.store(OutboxQueue.class, JpaOutboxQueue::new);
        housekeeping = database.store(Housekeeping.class, JpaHousekeeping::new);
    }

    static AccessPolicy policy(String name) {
        return new AccessPolicy(
                new AccessPolicyId(UUID.randomUUID().toString()), name, "", ScopeSet.parse("patient/*.rs"));
    }

    /** A policy that is in the store of this realm. */
    AccessPolicy kept(AccessPolicy policy) {
        policies.create(policy);
        return policy;
    }

    /** A membership that is in the store of this realm. */
    Membership kept(Membership membership) {
        memberships.create(membership);
        return membership;
    }

    static ConsentRecord grant(Membership membership, String scopes) {
        return new ConsentRecord(
                new ConsentRecord.Key(membership.user(), APP, membership.id()),
                ConsentedScopes.to(ScopeSet.parse(scopes)),
                NOON);
    }

    MembershipStore memberships(String realmId) {
        return database.store(MembershipStore.class, em -> new JpaMembershipStore(new RealmRows(em, realmId)));
    }

    ProfileStore profiles(String realmId) {
        return database.store(ProfileStore.class, em -> new JpaProfileStore(new RealmRows(em, realmId)));
    }

    AccessPolicyStore policies(String realmId) {
        return database.store(AccessPolicyStore.class, em -> new JpaAccessPolicyStore(new RealmRows(em, realmId)));
    }

    ConsentStore grants(String realmId) {
        return database.store(ConsentStore.class, em -> new JpaConsentStore(new RealmRows(em, realmId)));
    }

    MailTemplateStore mailTemplates(String realmId) {
        return database.store(MailTemplateStore.class, em -> new JpaMailTemplateStore(new RealmRows(em, realmId)));
    }

    InvitationStore invitations(String realmId) {
        return database.store(InvitationStore.class, em -> new JpaInvitationStore(new RealmRows(em, realmId)));
    }

    HookCallStore calls(String realmId) {
        return database.store(HookCallStore.class, em -> new JpaHookCallStore(new RealmRows(em, realmId)));
    }

    OutboxStore outbox(String realmId) {
        return database.store(OutboxStore.class, em -> new JpaOutboxStore(new RealmRows(em, realmId)));
    }
}
