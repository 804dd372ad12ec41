package dev.atrium.provisioning.mapping;

import dev.atrium.core.hook.HookId;
import dev.atrium.core.membership.ProjectReference;
import java.util.List;
import java.util.Optional;

/**
 * What another system may have done here, and how it says so.
 *
 * @param client the client id of whoever calls with a token; without one calls are signed
 * @param project that all of it happens in
 * @param policies names of the access policies that may be given; the first one is, unless an event says another
 */
public record HookDefinition(
        HookId id,
        String name,
        boolean active,
        Optional<String> client,
        ProjectReference project,
        List<String> policies,
        HookMapping mapping) {
    public HookDefinition {
        policies = List.copyOf(policies);
    }
}
