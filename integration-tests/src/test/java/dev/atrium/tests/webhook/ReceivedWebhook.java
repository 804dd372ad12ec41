package dev.atrium.tests.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook as it arrived. */
record ReceivedWebhook(Map<String, List<String>> headers, String text) {
    String id() {
        return header("Webhook-id");
    }

    long timestamp() {
        return Long.parseLong(header("Webhook-timestamp"));
    }

    List<String> signatures() {
        return List.of(header("Webhook-signature").split(" ", -1));
    }

    JsonNode json() {
        return Admin.parse(text());
    }

    String type() {
        return json().path("type").asText();
    }

    String data(String field) {
        return json().path("data").path(field).asText();
    }

    /** The signature that somebody with this secret expects. */
    String signedWith(String secret) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String signed = id() + "." + header("Webhook-timestamp") + "." + text();
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    String header(String name) {
        return String.join(",", headers.getOrDefault(name, List.of()));
    }
}
