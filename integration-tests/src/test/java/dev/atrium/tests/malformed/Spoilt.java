package dev.atrium.tests.malformed;

import java.util.List;

/** Bodies in JSON, each with at least one fault for which it must be refused, wherever it is sent. */
final class Spoilt {
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
            "\"url\":\"http://\\u0000/\"",
            "\"url\":[\"https://example.org/\"]",
            "\"events\":{}",
            "\"events\":[\"*\",17]",
            "\"secret\":\"guess\"",
            "\"mapping\":{\"type\":17}",
            "\"mapping\":[[[[[[[[]]]]]]]]",
            "\"policies\":\"reader\"",
            "\"auth\":\"none\"",
            "\"email\":\"a@\"",
            "\"email\":\"a@b.example\\r\\nBcc: c@d.example\"",
            "\"expiresInDays\":1e9",
            "\"language\":\"\\ud800\"",
            "\"subject\":[]",
            "\"subject\":\"${\"",
            "\"text\":\"<#list 1.. as i>\"",
            "\"html\":\"<script>\"",
            "\"html\":\"<p>${recipientName?api}</p>\"",
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

    private Spoilt() {}

    /** No JSON, or no object. */
    static String notAnObject(Noise noise) {
        return noise.oneOf(NOT_OBJECTS);
    }

    /** The request with a body that would be good, had it no fault. */
    static Attempt json(Noise noise, Attempt request, String good) {
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
