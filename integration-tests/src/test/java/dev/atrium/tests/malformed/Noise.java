package dev.atrium.tests.malformed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What programs, people and attackers send where something else belongs; the same for the same seed. */
final class Noise {
    /** No client may have any of these, so that a request for one is refused. */
    private static final List<String> SCOPES = List.of(
            "patient/*.rsx",
            "patient/Observation.sr",
            "user/*.",
            "user/.rs",
            "user/*.rs?",
            "user/Observation.rs?category=",
            "user/Observation.rs?=laboratory",
            "patient/NoSuchThing.rs",
            "Patient/*.read",
            "system/**.rs",
            "launch/",
            "launch/PATIENT",
            "launch/patient?role=",
            "atrium.without-refresh",
            "atrium.membership/00000000-0000-0000-0000-000000000000",
            "atrium.membership/",
            "http://smarthealthit.org/fhir/scopes/",
            "user/*.cruds\u0000",
            "\ud83d\ude80/*.rs");

    private static final List<String> TEXTS = List.of(
            "null",
            "undefined",
            "0",
            "-1",
            "99999999999999999999",
            "1e309",
            "NaN",
            "true",
            "[]",
            "{}",
            "{\"a\":",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "${7*7}",
            "<#assign x=1>${x?api}",
            "%{#context}",
            "' or '1'='1",
            "'; drop table ATRIUM_MEMBERSHIP; --",
            "../../../../etc/passwd",
            "..%2f..%2f",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "http://evil.example/callback",
            "http://localhost:8091/callback@evil.example",
            "//evil.example",
            "\r\nSet-Cookie: evil=1",
            "a\u0000b",
            "\u202e\u0000\u0007",
            "\ud800",
            "\udfff\ud800",
            "\u00e4\u00f6\u00fc\u20ac",
            "\ufeff",
            "f:x:y",
            "f::",
            "f:00000000-0000-0000-0000-000000000000:x",
            "lightweight-x",
            "00000000-0000-0000-0000-000000000000",
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
            "eyJhbGciOiJIUzI1NiJ9.e30.AAAA",
            "....",
            "a.b.c",
            "urn:ietf:params:oauth:request_uri:x",
            "+",
            " ",
            "\t",
            "%",
            "%zz",
            "%E0%80%80",
            "%00");

    private final Random random;

    Noise(Random random) {
        this.random = random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String scope() {
        return oneOf(SCOPES);
    }

    String text() {
        return switch (random.nextInt(12)) {
            case 0 -> "";
            case 1 ->
                oneOf(List.of("a", "%41", "\ud83d\ude80", "(", "user/*.rs ", "\u0000"))
                        .repeat(1 + random.nextInt(3000));
            case 2, 3 -> randomText(1 + random.nextInt(40));
            case 4 -> scope();
            default -> oneOf(TEXTS);
        };
    }

    /** Mostly encoded as it should be. */
    String encoded(String text) {
        return switch (random.nextInt(40)) {
            case 0 -> latin(text);
            case 1 -> latin(text) + oneOf(List.of("%", "%4", "%zz", "%C3", "%ED%A0%80", "%00", "&", "=", "#", ";"));
            default -> URLEncoder.encode(text, StandardCharsets.UTF_8);
        };
    }

    /** The bytes of its UTF-8, a character each. */
    static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private String randomText(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (oneIn(4) ? random.nextInt(0x10000) : 0x20 + random.nextInt(0x5f)));
        }
        return text.toString();
    }
}
