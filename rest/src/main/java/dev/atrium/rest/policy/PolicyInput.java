package dev.atrium.rest.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.policy.AccessPolicyId;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.Fields;
import java.util.Optional;
import java.util.Set;

/** An access policy as a request writes it. */
record PolicyInput(Optional<String> id, String name, String description, ScopeSet ceiling) {
    static final int MOST_SCOPES = 1000;

    private static final int LONGEST_DESCRIPTION = 1000;
    private static final int LONGEST_ID = 255;
    private static final Set<String> KNOWN = Set.of("id", "name", "description", "scopes");

    static PolicyInput read(ObjectNode json) {
        Fields fields = new Fields(json, KNOWN);
        return new PolicyInput(
                fields.line("id", LONGEST_ID),
                fields.line("name", AccessPolicy.LONGEST_NAME).orElseThrow(() -> Fields.missing("name")),
                fields.lines("description", LONGEST_DESCRIPTION).orElse(""),
                PolicyScopes.ceiling(fields.list("scopes", MOST_SCOPES).orElseThrow(() -> Fields.missing("scopes"))));
    }

    AccessPolicy create(AccessPolicyId newId) {
        requireId(Optional.empty());
        return new AccessPolicy(newId, name, description, ceiling);
    }

    AccessPolicy change(AccessPolicyId stored) {
        requireId(Optional.of(stored.value()));
        return new AccessPolicy(stored, name, description, ceiling);
    }

    private void requireId(Optional<String> stored) {
        if (id.isPresent() && !id.equals(stored)) {
            throw Refused.field("id", "Is set by the server; omit it, or send it unchanged.");
        }
    }
}
