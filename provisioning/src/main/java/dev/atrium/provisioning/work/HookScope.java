package dev.atrium.provisioning.work;

import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.directory.project.Project;
import dev.atrium.directory.project.Projects;
import dev.atrium.http.error.Refused;
import dev.atrium.provisioning.mapping.HookDefinition;
import dev.atrium.provisioning.mapping.HookField;
import dev.atrium.provisioning.mapping.HookProblem;
import dev.atrium.provisioning.mapping.HookValues;
import dev.atrium.support.store.AtriumStoreProvider;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** How far a hook reaches: its one project, and the access policies that it names. */
record HookScope(KeycloakSession session, HookDefinition hook) {
    ProjectId project() {
        return new Projects(session)
                .find(hook.project().id())
                .map(Project::id)
                .orElseThrow(() -> new Refused(HookProblem.conflict(
                        "project_unavailable",
                        "The hook's project does not exist or is disabled; an administrator can correct this.")));
    }

    /** The policy an event asks for, or the hook's first. */
    AccessPolicy policy(HookValues values) {
        return policyIfAny(values).orElseGet(() -> named(values, hook.policies().get(0)));
    }

    Optional<AccessPolicy> policyIfAny(HookValues values) {
        return values.line(HookField.POLICY).map(name -> {
            if (!hook.policies().contains(name)) {
                throw values.refused(HookField.POLICY, "The hook is not allowed to give this access policy.");
            }
            return named(values, name);
        });
    }

    /** What the hook could not have given it does not change either, nor give back. */
    void requireReach(HookValues values, Membership membership) {
        if (membership.admin() || !hook.policies().contains(membership.policy().name())) {
            throw values.conflict(
                    "membership_out_of_reach",
                    "The membership is an administrator's, or has an access policy that the hook is not allowed to give.");
        }
    }

    private AccessPolicy named(HookValues values, String name) {
        return session.getProvider(AtriumStoreProvider.class)
                .policies(session.getContext().getRealm())
                .findByName(name)
                .orElseThrow(() -> values.conflict(
                        "policy_unavailable",
                        "The hook names an access policy that no longer exists; an administrator can correct this."));
    }
}
