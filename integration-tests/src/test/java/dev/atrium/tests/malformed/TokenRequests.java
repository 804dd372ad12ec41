package dev.atrium.tests.malformed;

import dev.atrium.tests.app.App;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Malformed requests with tokens and for them. Each lacks what it would need to succeed: the code is none, or the scope
 * is one that nobody may have.
 *
 * @param email of somebody who will not mind that wrong passwords lock them out
 * @param refreshToken a good one
 * @param accessToken a good one
 */
record TokenRequests(String email, String refreshToken, String accessToken) {
    private static final String URN = "urn:ietf:params:oauth:grant-type:";
    private static final List<String> OTHER_GRANTS = List.of(
            URN + "jwt-bearer",
            URN + "uma-ticket",
            URN + "saml2-bearer",
            URN + "pre-authorized_code",
            "urn:openid:params:grant-type:ciba",
            "implicit",
            "authorization_code");
    private static final List<String> MORE = List.of(
            "client_assertion",
            "client_assertion_type",
            "resource",
            "audience",
            "requested_token_type",
            "subject_issuer",
            "actor_token",
            "assertion",
            "ticket",
            "auth_req_id",
            "pre-authorized_code",
            "permission",
            "claim_token",
            "authorization_details");

    static String secretOf(App app) {
        return app.secret()
                .map(secret -> "client_id=" + app.clientId() + "&client_secret=" + secret)
                .orElse("client_id=" + app.clientId());
    }

    Attempt token(Noise noise) {
        Map<String, String> good = new HashMap<>();
        for (int i = noise.below(3); i > 0; i--) {
            good.put(noise.oneOf(MORE), noise.text());
        }
        Attempt request = Attempt.post(SignInRequests.PROTOCOL + "/token", form(noise, good));
        return noise.oneIn(10) ? withOddHeader(noise, request) : request;
    }

    Attempt introspect(Noise noise) {
        Map<String, String> good =
                new HashMap<>(Map.of("client_id", App.FHIR_SERVER.clientId(), "client_secret", "fhir-server-secret"));
        good.put("token", oddToken(noise));
        good.put("token_type_hint", noise.oneOf(List.of("access_token", "refresh_token", noise.text())));
        String form = new Parameters(noise, good).broken().encoded();
        Attempt request = Attempt.post(SignInRequests.PROTOCOL + "/token/introspect", form);
        return noise.oneIn(10) ? withOddHeader(noise, request) : request;
    }

    Attempt userinfo(Noise noise) {
        String target = SignInRequests.PROTOCOL + "/userinfo";
        return switch (noise.below(3)) {
            case 0 -> Attempt.get(target + "?access_token=" + noise.encoded(oddToken(noise)));
            case 1 -> Attempt.post(target, "access_token=" + noise.encoded(oddToken(noise)));
            default -> Attempt.get(target).with("Authorization", "Bearer " + Noise.latin(oddToken(noise)));
        };
    }

    private String form(Noise noise, Map<String, String> form) {
        return switch (noise.below(8)) {
            case 0 -> code(noise, form);
            case 1 -> refresh(noise, form);
            case 2 -> clientCredentials(noise, form);
            case 3 -> password(noise, form);
            case 4 -> device(noise, form);
            case 5 -> exchange(noise, form);
            default -> other(noise, form);
        };
    }

    private static String code(Noise noise, Map<String, String> form) {
        form.put("redirect_uri", "http://localhost:8091/callback");
        form.put("code_verifier", noise.text());
        form.put("code", noise.oneIn(2) ? noise.text() : "00000000-0000-0000-0000-000000000000.a.b");
        return ofPortal(noise, form, "authorization_code").encoded();
    }

    private String refresh(Noise noise, Map<String, String> form) {
        form.put("refresh_token", noise.oneIn(3) ? refreshToken : oddToken(noise));
        return ofPortal(noise, form, "refresh_token")
                .finallyWith("scope", noise.scope())
                .encoded();
    }

    private static String clientCredentials(Noise noise, Map<String, String> form) {
        form.put("grant_type", "client_credentials");
        return new Parameters(noise, form)
                        .broken()
                        .finallyWith("scope", noise.scope())
                        .encoded()
                + "&"
                + secretOf(App.BACKEND);
    }

    /** The right password, too: there is no project behind it, hence no SMART scope. */
    private String password(Noise noise, Map<String, String> form) {
        form.put("username", noise.oneIn(3) ? email : noise.text());
        form.put("password", noise.oneIn(2) ? "atrium-demo-only" : noise.text());
        return ofPortal(noise, form, "password")
                .finallyWith("scope", noise.oneIn(2) ? noise.scope() : "openid user/*.rs")
                .encoded();
    }

    private static String device(Noise noise, Map<String, String> form) {
        form.put("device_code", noise.text());
        form.put("grant_type", URN + "device_code");
        return new Parameters(noise, form).broken().encoded() + "&" + secretOf(App.SMART_APP);
    }

    private String exchange(Noise noise, Map<String, String> form) {
        form.put("subject_token", noise.oneIn(2) ? accessToken : oddToken(noise));
        form.put("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
        return ofPortal(noise, form, URN + "token-exchange")
                .finallyWith("scope", noise.scope())
                .encoded();
    }

    private String other(Noise noise, Map<String, String> form) {
        form.put("code", oddToken(noise));
        form.put("assertion", oddToken(noise));
        return ofPortal(noise, form, noise.oneIn(3) ? noise.text() : noise.oneOf(OTHER_GRANTS))
                .encoded();
    }

    private static Parameters ofPortal(Noise noise, Map<String, String> form, String grant) {
        form.put("grant_type", grant);
        form.put("client_id", App.PORTAL.clientId());
        form.put("client_secret", "clinician-portal-secret");
        return new Parameters(noise, form).broken();
    }

    /** A token with something wrong in it. */
    private String oddToken(Noise noise) {
        String good = noise.oneIn(2) ? accessToken : refreshToken;
        int place = noise.below(good.length());
        return switch (noise.below(5)) {
            case 0 -> good.substring(0, place);
            case 1 -> good.substring(0, place) + noise.text() + good.substring(place);
            case 2 -> good.substring(0, good.lastIndexOf('.') + 1);
            case 3 -> "eyJhbGciOiJub25lIn0." + good.split("\\.")[1] + ".";
            default -> noise.text();
        };
    }

    private static Attempt withOddHeader(Noise noise, Attempt request) {
        byte[] credentials = noise.text().getBytes(StandardCharsets.UTF_8);
        return switch (noise.below(4)) {
            case 0 ->
                request.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
            case 1 -> request.with("Authorization", Noise.latin(noise.text()));
            case 2 -> request.with("DPoP", Noise.latin(noise.text()));
            default -> request.with("Content-Type", Noise.latin(noise.text()));
        };
    }
}
