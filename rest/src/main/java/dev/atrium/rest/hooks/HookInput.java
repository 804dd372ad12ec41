package dev.atrium.rest.hooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.core.hook.HookId;
import dev.atrium.core.membership.ProjectReference;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.Fields;
import dev.atrium.provisioning.mapping.HookDefinition;
import dev.atrium.provisioning.mapping.HookMapping;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A hook as a request writes it. */
record HookInput(
        Optional<String> id,
        String name,
        Optional<Boolean> active,
        Optional<String> client,
        String project,
        List<String> policies,
        HookMapping mapping,
        Optional<String> secret) {
    private static final int LONGEST = 255;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_POLICIES = 20;
    private static final Set<String> KNOWN = Set.of(
            "id",
            "url",
            "name",
            "active",
            "auth",
            "client",
            "project",
            "policies",
            "mapping",
            "secret",
            "previousSecretUntil");

    static HookInput read(ObjectNode json) {
        Fields fields = new Fields(json, KNOWN);
        fields.line("url", 2000);
        fields.instant("previousSecretUntil");
        Optional<String> client = fields.line("client", LONGEST);
        requireAuth(fields.line("auth", LONGEST).orElse(client.isPresent() ? "token" : "signature"), client);
        Optional<String> secret = fields.line("secret", LONGEST);
        if (client.isPresent() && secret.isPresent()) {
            throw Refused.field("secret", "Is not used with tokens; leave it out.");
        }
        return new HookInput(
                fields.line("id", LONGEST),
                fields.line("name", LONGEST_NAME).orElseThrow(() -> Fields.missing("name")),
                fields.flag("active"),
                client,
                fields.line("project", LONGEST).orElseThrow(() -> Fields.missing("project")),
                policies(fields),
                mapping(json),
                secret);
    }

    HookDefinition as(HookId given, ProjectReference reference) {
        if (id.isPresent() && !id.get().equals(given.value())) {
            throw Refused.field("id", "Is set by the server; omit it, or send it unchanged.");
        }
        return new HookDefinition(given, name, active.orElse(true), client, reference, policies, mapping);
    }

    private static void requireAuth(String auth, Optional<String> client) {
        switch (auth) {
            case "signature" -> {
                if (client.isPresent()) {
                    throw Refused.field("client", "Is not used with signatures; leave it out.");
                }
            }
            case "token" -> {
                if (client.isEmpty()) {
                    throw Fields.missing("client");
                }
            }
            default -> throw Refused.field("auth", "Must be signature or token.");
        }
    }

    private static List<String> policies(Fields fields) {
        List<String> policies = fields.list("policies", MOST_POLICIES)
                .filter(names -> !names.isEmpty())
                .orElseThrow(() -> Fields.missing("policies"));
        if (policies.stream().anyMatch(name -> name.isBlank() || name.length() > AccessPolicy.LONGEST_NAME)) {
            throw Refused.field("policies", "Must be names of access policies.");
        }
        return policies;
    }

    private static HookMapping mapping(ObjectNode json) {
        if (json.get("mapping") instanceof ObjectNode mapping) {
            return HookMapping.read(mapping);
        }
        throw Refused.field("mapping", "Is missing; it must be an object.");
    }
}
