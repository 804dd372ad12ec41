package dev.atrium.store;

import org.junit.jupiter.api.Nested;

/** The store on PostgreSQL, on which Keycloak runs in earnest. */
class PostgresTest {
    @Nested
    class Memberships extends MembershipStoreContract {
        Memberships() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class MembershipLists extends MembershipListContract {
        MembershipLists() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class ProfileSearches extends ProfileSearchContract {
        ProfileSearches() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class AccessPolicies extends AccessPolicyStoreContract {
        AccessPolicies() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Grants extends GrantStoreContract {
        Grants() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Invitations extends InvitationStoreContract {
        Invitations() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class InvitationLists extends InvitationListContract {
        InvitationLists() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class HookCalls extends HookCallStoreContract {
        HookCalls() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Outbox extends OutboxStoreContract {
        Outbox() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class MailTemplates extends MailTemplateStoreContract {
        MailTemplates() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class OutboxQueues extends OutboxQueueContract {
        OutboxQueues() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class OutboxOrder extends OutboxOrderContract {
        OutboxOrder() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class OutboxRemovals extends OutboxRemovalContract {
        OutboxRemovals() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Realms extends RealmIsolationContract {
        Realms() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Statements extends StatementContract {
        Statements() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Concurrency extends ConcurrencyContract {
        Concurrency() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class RemovedRows extends RemovalContract {
        RemovedRows() {
            super(TestDatabase.postgres());
        }
    }
}
