package dev.atrium.tests.malformed;

import dev.atrium.tests.app.App;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Malformed authorization requests: by GET, by POST, pushed, for a device; and the addresses pages post to. */
final class SignInRequests {
    static final String PROTOCOL = "/realms/atrium/protocol/openid-connect";

    private static final List<App> APPS = List.of(App.SMART_APP, App.PORTAL, App.PLAIN, App.BACKEND);
    private static final List<String> SCOPES = List.of(
            "openid fhirUser user/*.rs",
            "openid fhirUser launch/patient patient/*.rs offline_access",
            "openid patient/Observation.rs?category=laboratory",
            "openid",
            "system/*.rs");
    private static final List<String> MORE = List.of(
            "prompt",
            "aud",
            "launch",
            "claims",
            "request",
            "request_uri",
            "max_age",
            "ui_locales",
            "acr_values",
            "response_mode",
            "login_hint",
            "kc_idp_hint",
            "kc_action",
            "id_token_hint",
            "dpop_jkt",
            "resource",
            "authorization_details",
            "registration",
            "nonce");
    private static final List<String> ACTIONS = List.of(
            "authenticate",
            "required-action",
            "consent",
            "restart",
            "registration",
            "reset-credentials",
            "first-broker-login",
            "post-broker-login",
            "action-token",
            "detached-info");

    private SignInRequests() {}

    static Attempt authorize(Noise noise) {
        String parameters = parameters(noise).encoded();
        return noise.oneIn(3)
                ? Attempt.post(PROTOCOL + "/auth", parameters)
                : Attempt.get(PROTOCOL + "/auth?" + parameters);
    }

    static Attempt pushed(Noise noise) {
        String form = parameters(noise).encoded() + "&" + TokenRequests.secretOf(noise.oneOf(APPS));
        return Attempt.post(PROTOCOL + "/ext/par/request", form);
    }

    static Attempt device(Noise noise) {
        Map<String, String> good = new HashMap<>();
        good.put("client_id", App.SMART_APP.clientId());
        good.put("scope", noise.oneOf(SCOPES));
        good.put("code_challenge_method", "S256");
        return switch (noise.below(3)) {
            case 0 -> Attempt.get("/realms/atrium/device?user_code=" + noise.encoded(noise.text()));
            case 1 -> Attempt.post("/realms/atrium/device", "device_user_code=" + noise.encoded(noise.text()));
            default ->
                Attempt.post(
                        PROTOCOL + "/auth/device",
                        new Parameters(noise, good).broken().encoded());
        };
    }

    /** What a page of a sign-in posts to, without the sign-in. */
    static Attempt action(Noise noise) {
        Map<String, String> good = new HashMap<>();
        good.put("client_id", noise.oneOf(APPS).clientId());
        good.put("session_code", noise.text());
        good.put("execution", noise.oneOf(List.of("atrium-stages", "atrium-home", "atrium-profile", "atrium-scopes")));
        good.put("tab_id", noise.text());
        good.put("client_data", noise.text());
        String target = "/realms/atrium/login-actions/" + noise.oneOf(ACTIONS) + "?"
                + new Parameters(noise, good).broken().encoded();
        return noise.oneIn(2)
                ? Attempt.get(target)
                : Attempt.post(
                        target,
                        "membership=" + noise.encoded(noise.text()) + "&scope=" + noise.encoded(noise.scope())
                                + "&accept=");
    }

    private static Parameters parameters(Noise noise) {
        App app = noise.oneOf(APPS);
        Map<String, String> good = new HashMap<>(app.request(noise.oneOf(SCOPES)));
        good.put("state", "a-state");
        for (int i = noise.below(3); i > 0; i--) {
            good.put(noise.oneOf(MORE), noise.text());
        }
        return new Parameters(noise, good).broken();
    }
}
