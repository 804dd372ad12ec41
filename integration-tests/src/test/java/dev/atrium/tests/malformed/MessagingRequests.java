package dev.atrium.tests.malformed;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Malformed requests to what Atrium's admin REST has for mails, invitations, webhooks and hooks, by an admin. Each one
 * that could change something has at least one fault for which it must be refused.
 *
 * @param token of an admin
 */
record MessagingRequests(Supplier<String> token, Prey prey) {
    private static final String BASE = "/admin/realms/atrium/atrium";
    private static final List<String> LISTS = List.of(
            "/outbox",
            "/outbox/count",
            "/invitations",
            "/invitations/count",
            "/webhooks",
            "/hooks",
            "/mail-templates",
            "/mail-templates/kinds",
            "/projects/riverside/mail-templates",
            "/projects/riverside/mail-sender");
    private static final List<String> COLLECTIONS =
            List.of("/outbox/", "/invitations/", "/webhooks/", "/hooks/", "/mail-templates/", "/projects/");
    private static final List<String> ACTIONS =
            List.of("resend", "cancel", "revoke", "test", "rotate-secret", "dry-run", "calls", "preview", "en/test");
    private static final String TEMPLATE = "{\"subject\":\"Hello\",\"text\":\"Hello\",\"html\":\"<p>Hello</p>\"}";
    private static final String WEBHOOK = "{\"url\":\"https://hooks.example.org/\",\"events\":[\"policy.*\"],"
            + "\"description\":\"x\",\"active\":false}";
    private static final String HOOK = "{\"name\":\"x\",\"project\":\"riverside\",\"policies\":[\"reader\"],"
            + "\"active\":false,\"mapping\":{\"type\":\"/event\",\"actions\":{\"left\":\"deactivate\"},"
            + "\"fields\":{\"email\":\"/mail\"}}}";
    private static final String INVITATION = "{\"email\":\"malformed@example.org\",\"project\":\"riverside\","
            + "\"profile\":\"Practitioner/malformed\",\"policy\":\"reader\",\"sendEmail\":false}";

    Attempt next(Noise noise) {
        Attempt request = switch (noise.below(4)) {
            case 0 -> list(noise);
            case 1 -> Attempt.get(BASE + noise.oneOf(COLLECTIONS) + noise.encoded(noise.text()));
            case 2 -> gone(noise);
            default -> write(noise);
        };
        return request.with("Authorization", "Bearer " + token.get());
    }

    private Attempt list(Noise noise) {
        Map<String, String> good = Map.of(
                "first",
                "0",
                "max",
                "10",
                "state",
                "sent",
                "channel",
                "mail",
                "email",
                "a@b.example",
                "kind",
                "welcome");
        String path = noise.oneIn(5) ? prey.hook() + "/calls" : noise.oneOf(LISTS);
        return Attempt.get(
                BASE + path + "?" + new Parameters(noise, good).broken().encoded());
    }

    /** Something that is not there. */
    private Attempt gone(Noise noise) {
        String one = BASE + noise.oneOf(COLLECTIONS) + noise.encoded(noise.text() + "!");
        return switch (noise.below(4)) {
            case 0 -> new Attempt("DELETE", one, Map.of(), "");
            case 1 -> new Attempt("DELETE", one + "/" + noise.encoded(noise.text()), Map.of(), "");
            case 2 -> Attempt.post(BASE + "/outbox/purge?state=" + noise.encoded("!" + noise.text()), "");
            default -> new Attempt("POST", one + "/" + noise.oneOf(ACTIONS), Map.of(), noise.oneIn(2) ? "" : "{}");
        };
    }

    private Attempt write(Noise noise) {
        return switch (noise.below(7)) {
            case 0 -> spoilt(noise, "PUT", "/mail-templates/welcome/en", TEMPLATE);
            case 1 -> spoilt(noise, "PUT", "/projects/riverside/mail-templates/invitation/de", TEMPLATE);
            case 2 -> spoilt(noise, "POST", "/webhooks", WEBHOOK);
            case 3 -> spoilt(noise, "PUT", prey.webhook(), WEBHOOK);
            case 4 -> spoilt(noise, "POST", "/hooks", HOOK);
            case 5 -> spoilt(noise, "PUT", prey.hook(), HOOK);
            default -> spoilt(noise, "POST", "/invitations", INVITATION);
        };
    }

    private static Attempt spoilt(Noise noise, String method, String path, String good) {
        Attempt request = new Attempt(method, BASE + path, Map.of("Content-Type", "application/json"), "");
        return Spoilt.json(noise, request, good);
    }
}
