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
    private static final List<String> FAULTS = List.of(
            "\"profile\":\"Practitioner\"",
            "\"profile\":\"Organization/1\"",
            "\"profile\":{\"reference\":\"Practitioner/1\"}",
            "\"project\":\"nowhere\"",
            "\"project\":[]",
            "\"userId\":\"f:x:y\"",
            "\"user\":\"\\ud800\"",
            "\"policy\":17.5",
            "\"policyId\":\"\\u0000\"",
            "\"scopes\":\"user/*.rs\"",
            "\"scopes\":[\"user/*.rsx\"]",
            "\"scopes\":[null]",
            "\"id\":\"00000000-0000-0000-0000-000000000000\"",
            "\"active\":\"perhaps\"",
            "\"created\":\"yesterday\"",
            "\"realm\":\"master\"",
            "\"__proto__\":{}");
    private static final List<String> NOT_OBJECTS = List.of(
            "", "[]", "null", "17", "\"x\"", "{", "{}x", "{\"a\":1,\"a\":1}", "\u00ff\u00fe", "{\"a\":\"\u00c3\"}");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/merge-patch+json",
            "*/*",
            "json",
            ";",
            "");

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
        return spoilt(noise, request, good);
    }

    private static Attempt spoilt(Noise noise, Attempt request, String good) {
        return switch (noise.below(5)) {
            case 0 -> withBody(request, noise.oneOf(NOT_OBJECTS));
            case 1 -> withBody(request, good.substring(0, noise.below(good.length())));
            case 2 -> withBody(request, good).with("Content-Type", noise.oneOf(TYPES));
            case 3 -> withBody(request, "[".repeat(noise.below(noise.oneIn(50) ? 1_200_000 : 5_000)));
            default -> withBody(request, with(noise, good));
        };
    }

    /** The object with a fault: a property that must not be so, twice or in the place of the good one. */
    private static String with(Noise noise, String good) {
        String fault = noise.oneOf(FAULTS);
        String name = fault.substring(0, fault.indexOf(':'));
        String without = noise.oneIn(2) ? good : good.replaceFirst(name + ":(\"[^\"]*\"|\\[[^\\]]*\\]|\\w+),?", "");
        return "{" + fault + "," + without.substring(1);
    }

    private static Attempt withBody(Attempt request, String body) {
        return new Attempt(request.method(), request.target(), request.headers(), body);
    }
}
