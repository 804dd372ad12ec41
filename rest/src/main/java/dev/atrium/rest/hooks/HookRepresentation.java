package dev.atrium.rest.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.provisioning.mapping.HookDefinition;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hook as JSON; {@link HookInput} takes back what this gives out.
 *
 * @param url where to send calls
 * @param secret only in the answer to the request that made it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HookRepresentation(
        String id,
        String url,
        String name,
        boolean active,
        String auth,
        @Nullable String client,
        String project,
        List<String> policies,
        JsonNode mapping,
        @Nullable String secret,
        @Nullable String previousSecretUntil) {
    static HookRepresentation of(HookDefinition hook, URI url, Optional<Instant> previousUntil) {
        return new HookRepresentation(
                hook.id().value(),
                url.toString(),
                hook.name(),
                hook.active(),
                hook.client().isPresent() ? "token" : "signature",
                hook.client().orElse(null),
                hook.project().alias(),
                hook.policies(),
                hook.mapping().json(),
                null,
                previousUntil.map(Instant::toString).orElse(null));
    }

    HookRepresentation with(String shown) {
        return new HookRepresentation(
                id, url, name, active, auth, client, project, policies, mapping, shown, previousSecretUntil);
    }
}
