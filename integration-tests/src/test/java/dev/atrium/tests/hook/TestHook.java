package dev.atrium.tests.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A hook made for one test, and the system that calls it. */
record TestHook(TestRealm realm, String id, URI url, String secret) {
    static final String COMPONENT_TYPE = "dev.atrium.rest.hook.HookProvider";

    /** As an HR system might write its events. */
    static final String MAPPING = """
            {
              "type": "/event",
              "actions": {"hired": "create", "moved": "change", "left": "deactivate", "applied": "invite"},
              "fields": {
                "email": "/employee/mail",
                "firstName": "/employee/given",
                "lastName": "/employee/family",
                "externalId": "/employee/number",
                "profileType": {"value": "Practitioner"},
                "profileId": "/employee/number",
                "label": {"from": "/employee/ward", "default": "Staff"},
                "policy": "/employee/role"
              }
            }
            """;

    static TestHook of(TestRealm realm) {
        return of(realm, body());
    }

    static TestHook of(TestRealm realm, ObjectNode body) {
        Answer answer = realm.admin().post("atrium/hooks", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return new TestHook(realm, answer.text("id"), URI.create(answer.text("url")), answer.text("secret"));
    }

    static ObjectNode body() {
        ObjectNode body = Admin.JSON.createObjectNode().put("name", "HR").put("project", "clinic");
        body.putArray("policies").add("staff").add("doctor");
        body.set("mapping", Admin.parse(MAPPING));
        return body;
    }

    static ObjectNode event(String event, String number, String mail) {
        ObjectNode json = Admin.JSON.createObjectNode().put("event", event);
        json.putObject("employee")
                .put("number", number)
                .put("mail", mail)
                .put("given", "Ann")
                .put("family", "Other");
        return json;
    }

    String path() {
        return "atrium/hooks/" + id;
    }

    Answer send(JsonNode event) {
        return send("msg_" + UUID.randomUUID(), event.toString());
    }

    Answer send(String callId, String body) {
        return send(callId, String.valueOf(Instant.now().getEpochSecond()), body);
    }

    Answer send(String callId, String timestamp, String body) {
        return send(callId, timestamp, signature(secret, callId, timestamp, body), body);
    }

    Answer send(String callId, String timestamp, String signature, String body) {
        return Answer.send(HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("webhook-id", callId)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", signature)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    Answer sendWithToken(String token, String body) {
        return Answer.send(HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("webhook-id", "msg_" + UUID.randomUUID())
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    Answer dryRun(JsonNode event) {
        return realm.admin().post(path() + "/dry-run", event);
    }

    JsonNode memberships() {
        return realm.admin().read("atrium/memberships?max=100");
    }

    JsonNode calls() {
        return realm.admin().read(path() + "/calls");
    }

    static String outcome(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("results").path(0).path("outcome").asText();
    }

    static String signature(String secret, String callId, String timestamp, String body) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signed = (callId + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
