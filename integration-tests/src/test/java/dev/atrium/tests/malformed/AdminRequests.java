package dev.atrium.tests.malformed;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Malformed requests to Atrium's admin REST, by an admin. Each one that could change something has at least one fault
 * for which it must be refused.
 *
 * @param token of an admin
 * @param memberships ids that are there
 * @param policies ids that are there
 */
record AdminRequests(Supplier<String> token, List<String> memberships, List<String> policies) {
    private static final String BASE = "/admin/realms/atrium/atrium";
    private static final String MEMBERSHIP =
            "{\"project\":\"riverside\",\"user\":\"erin\",\"profile\":\"Practitioner/erin\",\"policy\":\"reader\","
                    + "\"label\":\"x\",\"admin\":false,\"active\":true}";
    private static final String POLICY =
            "{\"name\":\"of a malformed request\",\"description\":\"x\",\"scopes\":[\"user/*.rs\"]}";

    Attempt next(Noise noise) {
        Attempt request = switch (noise.below(4)) {
            case 0 -> list(noise);
            case 1 -> read(noise);
            case 2 -> gone(noise);
            default -> write(noise);
        };
        return noise.oneIn(30)
                ? request.with("Authorization", "Bearer " + Noise.latin(noise.text()))
                : request.with("Authorization", "Bearer " + token.get());
    }

    private Attempt list(Noise noise) {
        Map<String, String> good = Map.of(
                "first", "0", "max", "10", "project", "riverside", "user", "alice", "profile", "Practitioner/alice");
        String path = noise.oneOf(List.of("/memberships", "/memberships/count", "/policies", "/policies/count", "/"));
        return Attempt.get(
                BASE + path + "?" + new Parameters(noise, good).broken().encoded());
    }

    private Attempt read(Noise noise) {
        String id = noise.oneIn(3) ? noise.oneOf(memberships) : noise.encoded(noise.text());
        return Attempt.get(BASE + noise.oneOf(List.of("/memberships/", "/policies/", "/")) + id)
                .with("Accept", Noise.latin(noise.text()));
    }

    /** Something that is not there. */
    private Attempt gone(Noise noise) {
        String id = noise.encoded(noise.text() + "!");
        return switch (noise.below(4)) {
            case 0 -> new Attempt("DELETE", BASE + "/memberships/" + id, Map.of(), "");
            case 1 -> new Attempt("DELETE", BASE + "/policies/" + id, Map.of(), "");
            case 2 -> Attempt.post(BASE + "/memberships/" + id + "/deactivate", "");
            default -> new Attempt(noise.oneOf(List.of("PATCH", "TRACE", "FOO")), BASE + "/" + id, Map.of(), "{}");
        };
    }

    private Attempt write(Noise noise) {
        boolean membership = noise.oneIn(2);
        String collection = BASE + (membership ? "/memberships" : "/policies");
        String one = collection + "/" + noise.oneOf(membership ? memberships : policies);
        String good = membership ? MEMBERSHIP : POLICY;
        Attempt request = noise.oneIn(2)
                ? new Attempt("POST", collection, Map.of("Content-Type", "application/json"), "")
                : new Attempt("PUT", one, Map.of("Content-Type", "application/json"), "");
        return Spoilt.json(noise, request, good);
    }
}
