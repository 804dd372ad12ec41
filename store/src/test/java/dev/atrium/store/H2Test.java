package dev.atrium.store;

import org.junit.jupiter.api.Nested;

/** The store on H2, on which Keycloak runs in development. */
class H2Test {
    @Nested
    class Memberships extends MembershipStoreContract {
        Memberships() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class MembershipLists extends MembershipListContract {
        MembershipLists() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class ProfileSearches extends ProfileSearchContract {
        ProfileSearches() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class AccessPolicies extends AccessPolicyStoreContract {
        AccessPolicies() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Grants extends GrantStoreContract {
        Grants() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Invitations extends InvitationStoreContract {
        Invitations() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class InvitationLists extends InvitationListContract {
        InvitationLists() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class HookCalls extends HookCallStoreContract {
        HookCalls() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Outbox extends OutboxStoreContract {
        Outbox() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class MailTemplates extends MailTemplateStoreContract {
        MailTemplates() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class OutboxQueues extends OutboxQueueContract {
        OutboxQueues() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class OutboxOrder extends OutboxOrderContract {
        OutboxOrder() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class OutboxRemovals extends OutboxRemovalContract {
        OutboxRemovals() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Realms extends RealmIsolationContract {
        Realms() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Statements extends StatementContract {
        Statements() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Concurrency extends ConcurrencyContract {
        Concurrency() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class RemovedRows extends RemovalContract {
        RemovedRows() {
            super(TestDatabase.h2());
        }
    }
}
