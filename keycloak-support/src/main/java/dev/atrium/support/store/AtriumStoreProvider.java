package dev.atrium.support.store;

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
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Atrium's data, realm by realm, in the transaction of the session it was asked from. */
public interface AtriumStoreProvider extends Provider {
    MembershipStore memberships(RealmModel realm);

    ProfileStore profiles(RealmModel realm);

    AccessPolicyStore policies(RealmModel realm);

    ConsentStore grants(RealmModel realm);

    InvitationStore invitations(RealmModel realm);

    HookCallStore hookCalls(RealmModel realm);

    OutboxStore outbox(RealmModel realm);

    MailTemplateStore mailTemplates(RealmModel realm);

    AliasVaultEntries aliasVaultEntries(RealmModel realm);

    RealmSurvey survey(RealmModel realm);

    /** The outbox of all realms, for whoever sends what is in it. */
    OutboxQueue outboxQueue();

    /** What concerns all realms. */
    Housekeeping housekeeping();
}
