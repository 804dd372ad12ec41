package dev.atrium.tests.malformed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Malformed requests to where links in mails lead, and to where other systems send their events. None of them may act,
 * though some are signed.
 */
record LinkRequests(Prey prey) {
    private static final String BASE = "/realms/atrium/atrium";
    private static final String EVENT = "{\"event\":\"hired\",\"mail\":%s}";
    private static final List<String> NO_ADDRESSES = List.of(
            "\"\"",
            "\"nobody\"",
            "\"a@\"",
            "\"a@b@c.example\"",
            "\"a@b.example\\r\\nBcc: c@d.example\"",
            "\"\\u0000@b.example\"",
            "\"\\ud800@b.example\"",
            "17",
            "[]",
            "{}",
            "null",
            "true");

    Attempt next(Noise noise) {
        return switch (noise.below(7)) {
            case 0 -> landing(noise);
            case 1 ->
                Attempt.post(
                                BASE + noise.oneOf(List.of("/landing", "/links", "/links/", "/hooks", "/")),
                                noise.encoded(noise.text()))
                        .with("Content-Type", Noise.latin(noise.text()));
            case 2 -> Attempt.get(BASE + "/links/" + token(noise) + "?kc_locale=" + noise.encoded(noise.text()));
            case 3 ->
                new Attempt(
                        noise.oneOf(List.of("POST", "PUT", "DELETE", "PATCH", "HEAD")),
                        BASE + "/links/" + noise.encoded(noise.text() + "!"),
                        Map.of("Content-Type", Attempt.FORM),
                        noise.encoded(noise.text()) + "=" + noise.encoded(noise.text()));
            case 4 -> foreign(noise);
            case 5 -> unsigned(noise);
            default -> signed(noise);
        };
    }

    private static Attempt landing(Noise noise) {
        Map<String, String> good =
                Map.of("client", "clinician-portal", "project", "riverside", "error", "access_denied");
        return Attempt.get(
                BASE + "/landing?" + new Parameters(noise, good).broken().encoded());
    }

    /** A token with something wrong in it, or the whole one: to look does nothing. */
    private String token(Noise noise) {
        String good = prey.link().substring(prey.link().lastIndexOf('/') + 1);
        int place = noise.below(good.length());
        return switch (noise.below(4)) {
            case 0 -> good.substring(0, place);
            case 1 -> good.substring(0, place) + noise.encoded(noise.text()) + good.substring(place);
            case 2 -> noise.encoded(noise.text());
            default -> good;
        };
    }

    /** The button of a good link, pressed on another site. */
    private Attempt foreign(Noise noise) {
        return Attempt.post(prey.link(), "accept=true&" + noise.encoded(noise.text()) + "=x")
                .with("Origin", noise.oneIn(2) ? "https://evil.example" : "null")
                .with("Accept-Language", Noise.latin(noise.text()));
    }

    private Attempt unsigned(Noise noise) {
        String id = noise.oneIn(2) ? prey.hook() : "/hooks/" + noise.encoded(noise.text());
        return new Attempt("POST", BASE + id, Map.of("Content-Type", "application/json"), Spoilt.notAnObject(noise))
                .with("webhook-id", Noise.latin(noise.text()))
                .with("webhook-timestamp", noise.oneIn(2) ? now() : Noise.latin(noise.text()))
                .with("webhook-signature", Noise.latin(noise.text()))
                .with("Authorization", Noise.latin(noise.text()));
    }

    private Attempt signed(Noise noise) {
        String body = noise.oneIn(2) ? Spoilt.notAnObject(noise) : EVENT.formatted(noise.oneOf(NO_ADDRESSES));
        String id = "msg_" + noise.below(1000);
        String timestamp = now();
        return new Attempt("POST", BASE + prey.hook(), Map.of("Content-Type", "application/json"), body)
                .with("webhook-id", id)
                .with("webhook-timestamp", timestamp)
                .with("webhook-signature", "v1," + mac(id + "." + timestamp + "." + body));
    }

    private static String now() {
        return String.valueOf(Instant.now().getEpochSecond());
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = Base64.getDecoder().decode(prey.secret().substring("whsec_".length()));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
