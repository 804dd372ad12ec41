package dev.atrium.rest.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import dev.atrium.provisioning.mapping.HookDefinition;
import dev.atrium.provisioning.mapping.HookProblem;
import dev.atrium.provisioning.work.HookResult;
import dev.atrium.provisioning.work.HookWork;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * What would come of an event: it is carried out in a transaction of its own, and that is undone.
 *
 * @param accepted whether the sender would be answered with a success
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DryRun(
        boolean accepted,
        @Nullable List<HookResult> results,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String field,
        @Nullable String message) {
    static DryRun of(KeycloakSession session, HookDefinition hook, ObjectNode event) {
        try {
            List<HookResult> results = KeycloakModelUtils.runJobInTransactionWithResult(
                    session.getKeycloakSessionFactory(),
                    session.getContext(),
                    inner -> {
                        inner.getTransactionManager().setRollbackOnly();
                        return new HookWork(inner, hook).carryOut(event);
                    },
                    "atrium-hook-dry-run");
            return new DryRun(true, results.stream().map(HookResult::withoutIds).toList(), null, null, null, null);
        } catch (Refused refused) {
            return refused(refused.problem());
        } catch (ModelDuplicateException taken) {
            return refused(
                    HookProblem.conflict("at_the_same_time", "Another call is creating something with the same id."));
        }
    }

    private static DryRun refused(Problem problem) {
        return new DryRun(
                false, null, problem.status(), problem.error(), problem.field().orElse(null), problem.message());
    }
}
