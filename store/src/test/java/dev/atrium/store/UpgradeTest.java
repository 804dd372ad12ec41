package dev.atrium.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.account.UserId;
import dev.atrium.core.consent.ConsentRecord;
import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.invitation.InvitationFilter;
import dev.atrium.core.invitation.InvitationStore;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.membership.MembershipStore;
import dev.atrium.core.store.Outcome;
import dev.atrium.store.consent.JpaConsentStore;
import dev.atrium.store.invitation.JpaInvitationStore;
import dev.atrium.store.jpa.RealmRows;
import dev.atrium.store.membership.JpaMembershipStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A database with the data of 26.7.3-1 is migrated, and everything in it is there and works. */
class UpgradeTest {
    private static final String CHANGELOG = "META-INF/atrium-store-changelog-26.7.3-1.xml";
    private static final InvitationFilter EVERY =
            new InvitationFilter(Optional.empty(), Optional.empty(), Optional.empty(), StoreContract.NOON);
    private static final MembershipId MEMBERSHIP = new MembershipId("00000000-0000-4000-8000-000000000001");

    /** As 26.7.3-1 wrote them. */
    private static final List<String> DATA = List.of(
            "insert into ATRIUM_ACCESS_POLICY values ('p1', 'r1', 'Reader', 'reader', 'reads', 'user/*.rs')",
            """
            insert into ATRIUM_MEMBERSHIP values ('00000000-0000-4000-8000-000000000001', 'r1', 'hospital', 'anna', 'Practitioner/1', 'Ward 3', 'p1',
            false, true, 'x-1', null, 1767225600000, 1767225660000)
            """,
            "insert into ATRIUM_GRANT values ('g1', '00000000-0000-4000-8000-000000000001', 'app', 'anna', 'r1', 'user/Observation.rs', 1767225600000)",
            """
            insert into ATRIUM_INVITATION values ('00000000-0000-4000-8000-000000000002', 'r1', 'bert@example.org', 'hospital', 'Practitioner/2', 'p1',
            null, false, null, 'Welcome', 'de', null, 'anna', null, '00000000-0000-4000-8000-000000000003', 1767225600000, 1767830400000, 'PENDING',
            'pending', 1767225600000, null, null)
            """,
            """
            insert into ATRIUM_OUTBOX values ('o1', 'r1', 1, 'MAIL', 'mail.example.org', 'bert@example.org',
            'invitation', '{}', null, 'hospital', 'WAITING', 0, false, 1767225600000, 1767225600000, 1767484800000,
            null, null)
            """,
            "insert into ATRIUM_HOOK_CALL values ('c1', 'r1', 'h1', 'call-1', 'done', 1767225600000, 200, '{}')");

    @Nested
    class Given_H2 extends Upgraded {
        Given_H2() {
            super("jdbc:h2:mem:upgrade-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        }
    }

    @Nested
    class Given_PostgreSQL extends Upgraded {
        Given_PostgreSQL() {
            super(TestPostgres.start());
        }
    }

    abstract static class Upgraded {
        private final TestDatabase database;

        Upgraded(String url) {
            TestDatabase.migrate(url, CHANGELOG);
            fill(url);
            database = new TestDatabase(url);
        }

        private static void fill(String url) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                for (String row : DATA) {
                    statement.execute(row);
                }
            } catch (SQLException broken) {
                throw new IllegalStateException(broken);
            }
        }

        @Test
        void keeps_memberships_consents_and_invitations() {
            MembershipStore memberships =
                    database.store(MembershipStore.class, rows -> new JpaMembershipStore(new RealmRows(rows, "r1")));
            Membership membership = memberships.find(MEMBERSHIP).orElseThrow();
            assertThat(membership.policy().name()).isEqualTo("Reader");
            assertThat(membership.label()).contains("Ward 3");
            assertThat(memberships.update(membership.switched(false))).isEqualTo(Outcome.DONE);

            List<ConsentRecord> consents =
                    database.ask(rows -> new JpaConsentStore(new RealmRows(rows, "r1")).ofUser(new UserId("anna")));
            assertThat(consents)
                    .singleElement()
                    .satisfies(consent -> assertThat(consent.agreed().text()).isEqualTo("user/Observation.rs"));

            InvitationStore invitations =
                    database.store(InvitationStore.class, rows -> new JpaInvitationStore(new RealmRows(rows, "r1")));
            List<Invitation> pending = invitations.list(EVERY, StoreContract.ALL);
            assertThat(pending).singleElement().satisfies(invitation -> {
                assertThat(invitation.email().value()).isEqualTo("bert@example.org");
                assertThat(invitation.offered().secondFactor()).isFalse();
            });
        }
    }
}
