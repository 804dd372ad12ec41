package dev.atrium.rest.policy;

import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.policy.AccessPolicyStore;
import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import dev.atrium.rest.request.AdminRequest;
import java.util.List;
import java.util.function.Supplier;
import org.keycloak.events.admin.OperationType;

/** The access policies of a realm as far as this administrator may see and change them; changes are recorded. */
final class PolicyAccess {
    private static final String RESOURCE_TYPE = "ATRIUM_ACCESS_POLICY";

    private final AdminRequest request;
    private final AccessPolicyStore store;

    PolicyAccess(AdminRequest request) {
        this.request = request;
        store = request.store().policies(request.realm());
    }

    /** Who sees the realm, and who sees its users, for each of their memberships names a policy. */
    void requireView() {
        Refused.unless(
                request.auth().realm().canViewRealm() || request.auth().users().canView(),
                "This needs the right to view the realm or its users.");
    }

    /** What a policy allows is a setting of the realm; to give it to users is not. */
    void requireManage() {
        Refused.unless(request.auth().realm().canManageRealm(), "This needs the right to manage the realm.");
    }

    List<PolicyRepresentation> list(Page page) {
        return store.list(page).stream().map(PolicyRepresentation::of).toList();
    }

    long count() {
        return store.count();
    }

    AccessPolicy find(String id) {
        return new PolicyLookup(store).byId(id).orElseThrow(PolicyAccess::notFound);
    }

    PolicyRepresentation create(AccessPolicy policy) {
        requireDone(() -> store.create(policy));
        return record(OperationType.CREATE, policy);
    }

    PolicyRepresentation update(AccessPolicy policy) {
        requireDone(() -> store.update(policy));
        return record(OperationType.UPDATE, policy);
    }

    void delete(AccessPolicy policy) {
        requireDone(() -> store.delete(policy.id()));
        record(OperationType.DELETE, policy);
    }

    private void requireDone(Supplier<Outcome> change) {
        switch (request.outcome(change)) {
            case DONE -> {}
            case NOT_FOUND -> throw notFound();
            case TAKEN -> throw new Refused(Problem.policyNameTaken());
            case IN_USE -> throw new Refused(Problem.policyInUse());
        }
    }

    private PolicyRepresentation record(OperationType operation, AccessPolicy policy) {
        PolicyRepresentation representation = PolicyRepresentation.of(policy);
        request.events()
                .operation(operation)
                .resource(RESOURCE_TYPE)
                .resourcePath("atrium", "policies", policy.id().value())
                .representation(representation)
                .success();
        return representation;
    }

    private static Refused notFound() {
        return new Refused(Problem.notFound("There is no access policy with this id in this realm."));
    }
}
