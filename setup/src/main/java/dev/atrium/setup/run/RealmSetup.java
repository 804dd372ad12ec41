package dev.atrium.setup.run;

import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.membership.MembershipStore;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import dev.atrium.setup.change.Change;
import dev.atrium.setup.change.Draft;
import dev.atrium.setup.change.Entry;
import dev.atrium.setup.change.Kind;
import dev.atrium.setup.change.Part;
import dev.atrium.setup.change.SetupRecord;
import dev.atrium.setup.change.Undone;
import dev.atrium.setup.flow.BoundSteps;
import dev.atrium.setup.people.LockOut;
import dev.atrium.support.store.AtriumStoreProvider;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.common.Profile;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** Brings Atrium into a realm, and takes it back. Everything happens in the transaction of the session. */
public final class RealmSetup {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminAuth admin;
    private final Clock clock;

    /**
     * @param realm also the one in the context of the session
     * @param admin who asks
     */
    public RealmSetup(KeycloakSession session, RealmModel realm, AdminAuth admin, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.admin = admin;
        this.clock = clock;
    }

    /** What a setup would do. Nothing is changed. */
    public Report plan(SetupOrder order) {
        return Report.planned(draft(order));
    }

    /** Sets the realm up; refuses where there is an obstacle. */
    public Report carryOut(SetupOrder order) {
        new SetupTurn(session, realm).take();
        Draft draft = draft(order);
        if (!draft.obstacles().isEmpty()) {
            throw new Refused(new Problem(
                    409,
                    "setup_refused",
                    Optional.empty(),
                    "Nothing was changed. " + String.join(" ", draft.obstacles())));
        }
        SetupRecord record = draft.record();
        draft.changes().stream().map(Change::work).map(Change.Work::run).forEach(record::add);
        record.save(realm);
        return Report.done(draft);
    }

    /** Takes back what setups did, the last first; what somebody uses or has changed stays, and is remembered. */
    public UndoReport undo() {
        new SetupTurn(session, realm).take();
        SetupRecord record = SetupRecord.of(realm);
        if (record.isEmpty()) {
            throw new Refused(new Problem(
                    404,
                    "not_set_up",
                    Optional.empty(),
                    "There is no setup to undo in this realm; what was set up by hand is taken back by hand."));
        }
        List<Part> parts = parts(SetupOrder.NOTHING);
        List<String> done = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Entry entry : record.newestFirst()) {
            Undone undone = undo(entry, parts);
            (undone.done() ? done : left).add(undone.sentence());
            if (undone.done()) {
                record.remove(entry);
            }
        }
        record.save(realm);
        return new UndoReport(done, left);
    }

    /** Whether it would take back a project or a membership. */
    public boolean hasProjects() {
        return SetupRecord.of(realm).newestFirst().stream()
                .anyMatch(entry -> entry.kind() == Kind.PROJECT || entry.kind() == Kind.MEMBERSHIP);
    }

    /** Whose memberships it would take back. The record is an attribute of the realm, and who may write that may not be who may do this. */
    public List<UserModel> members() {
        MembershipStore memberships =
                session.getProvider(AtriumStoreProvider.class).memberships(realm);
        return SetupRecord.of(realm).newestFirst().stream()
                .filter(entry -> entry.kind() == Kind.MEMBERSHIP)
                .flatMap(entry -> memberships.find(new MembershipId(entry.id())).stream())
                .flatMap(membership -> Stream.ofNullable(
                        session.users().getUserById(realm, membership.user().value())))
                .toList();
    }

    private static Undone undo(Entry entry, List<Part> parts) {
        return parts.stream()
                .filter(part -> part.kinds().contains(entry.kind()))
                .findFirst()
                .orElseThrow()
                .undo(entry);
    }

    private Draft draft(SetupOrder order) {
        Draft draft = new Draft(SetupRecord.of(realm));
        if (realm.getName().equals(Config.getAdminRealm())) {
            draft.obstacle(
                    "The realm '" + realm.getName() + "' is for administrators of the server: create another realm for"
                            + " people who use FHIR apps, and set up that one.");
        } else if (!Profile.isFeatureEnabled(Profile.Feature.ORGANIZATION)) {
            draft.obstacle("This server was built without the feature organization: build it with the feature.");
        } else {
            parts(order).forEach(part -> part.plan(draft));
            new LockOut(session, realm).plan(new BoundSteps(realm).ids(), order.acceptLockOut(), draft);
        }
        return draft;
    }

    private List<Part> parts(SetupOrder order) {
        return new Parts(session, realm, admin, clock).of(order);
    }
}
