package dev.atrium.rest.membership;

import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.membership.MembershipStore;
import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.QueryParameters;
import dev.atrium.rest.request.AdminRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/** The memberships of a realm as far as this administrator may see and change them; changes are recorded. */
final class MembershipAccess {
    private static final String RESOURCE_TYPE = "ATRIUM_MEMBERSHIP";

    private final AdminRequest request;
    private final MembershipStore store;
    private final ReferenceLookup directory;
    private final MembershipRights rights;

    MembershipAccess(AdminRequest request) {
        this.request = request;
        store = request.store().memberships(request.realm());
        directory = new ReferenceLookup(request.session(), request.realm());
        rights = new MembershipRights(request.auth());
    }

    /** Ends at once for those who have nothing to do with users, whatever else is wrong with their request. */
    void requireAny() {
        rights.requireAny();
    }

    Membership view(String id) {
        Optional<Membership> found = find(id);
        rights.requireView(found.flatMap(this::user));
        return found.orElseThrow(MembershipAccess::notFound);
    }

    Membership manage(String id) {
        Optional<Membership> found = find(id);
        rights.requireManageUser(found.flatMap(this::user));
        rights.requireManageProject(found.flatMap(membership -> directory.project(membership.project())));
        return found.orElseThrow(MembershipAccess::notFound);
    }

    /** What the filter finds, which {@link MembershipSearch} has refused to make of what may not be seen. */
    List<MembershipRepresentation> list(MembershipFilter filter, Page page) {
        return store.list(filter, page).stream().map(this::represent).toList();
    }

    /** Whether a list may begin after this id. */
    boolean exists(String id) {
        return find(id).isPresent();
    }

    /** How many a list says that there are. */
    long countForList(MembershipFilter filter) {
        return store.count(filter, request.countAtMost());
    }

    long count(MembershipFilter filter) {
        return store.count(filter);
    }

    MembershipFilter filter(QueryParameters query) {
        return new MembershipSearch(directory, rights).filter(query);
    }

    MembershipRepresentation create(Membership membership) {
        return done(() -> store.create(membership), OperationType.CREATE, membership);
    }

    MembershipRepresentation update(Membership membership) {
        return done(() -> store.update(membership), OperationType.UPDATE, membership);
    }

    /** Of what others change meanwhile, nothing is written back as it was. */
    MembershipRepresentation switchTo(boolean active, Membership read) {
        Membership before = store.lock(read.id()).orElseThrow(MembershipAccess::notFound);
        if (before.active() == active) {
            return represent(before);
        }
        Membership after = before.switched(active);
        return done(() -> store.update(after), OperationType.ACTION, after);
    }

    void delete(Membership membership) {
        if (store.delete(membership.id()) == Outcome.NOT_FOUND) {
            throw notFound();
        }
        record(OperationType.DELETE, membership.id());
        request.events().success();
    }

    MembershipRepresentation represent(Membership membership) {
        return MembershipRepresentation.of(membership, directory);
    }

    private MembershipRepresentation done(Supplier<Outcome> change, OperationType operation, Membership membership) {
        switch (request.outcome(change)) {
            case DONE -> {}
            case NOT_FOUND -> throw gone(operation, membership);
            case TAKEN -> throw taken(membership);
            case IN_USE -> throw new IllegalStateException("nothing points to a membership");
        }
        MembershipRepresentation representation = represent(membership);
        record(operation, membership.id());
        request.events().representation(representation).success();
        return representation;
    }

    /** Either the membership or its policy went while we were at it. */
    private Refused gone(OperationType operation, Membership membership) {
        return operation == OperationType.CREATE || store.find(membership.id()).isPresent()
                ? Refused.field("policy", "There is none with this name or id in this realm any more.")
                : notFound();
    }

    private Refused taken(Membership membership) {
        MembershipFilter sameProfile = new MembershipFilter(
                Optional.of(membership.project()),
                Optional.of(membership.user()),
                Optional.of(membership.profile()),
                Optional.empty());
        boolean exists =
                request.askAnew(store -> store.memberships(request.realm()).list(sameProfile, new Page(0, 2))).stream()
                        .anyMatch(other -> !other.id().equals(membership.id()));
        return new Refused(exists ? Problem.membershipExists() : Problem.externalIdTaken());
    }

    private void record(OperationType operation, MembershipId id) {
        request.events().operation(operation).resource(RESOURCE_TYPE).resourcePath("atrium", "memberships", id.value());
    }

    private Optional<Membership> find(String id) {
        rights.requireAny();
        return MembershipId.parse(id).flatMap(store::find);
    }

    private Optional<UserModel> user(Membership membership) {
        return directory.user(membership.user());
    }

    private static Refused notFound() {
        return new Refused(Problem.notFound("There is no membership with this id in this realm."));
    }
}
