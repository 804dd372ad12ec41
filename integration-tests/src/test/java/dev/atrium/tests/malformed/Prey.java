package dev.atrium.tests.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.app.Answer;
import java.util.List;

/**
 * A subscription, a hook and an invitation that are there only to be shot at.
 *
 * @param webhook its path
 * @param hook its path
 * @param secret what calls to the hook are signed with
 * @param invitation its path
 * @param link the path of the invitation's link
 */
record Prey(String webhook, String hook, String secret, String invitation, String link) implements AutoCloseable {
    private static final AdminRest ADMIN = AdminRest.of("atrium");

    static Prey make() {
        Answer webhook = made("webhooks", """
                {"url": "https://hooks.example.org/", "events": ["policy.*"], "active": false}""");
        Answer hook = made("hooks", """
                {"name": "Malformed", "project": "riverside", "policies": ["reader"],
                 "mapping": {"type": "/event", "actions": {"hired": "create"},
                             "fields": {"email": "/mail", "profile": {"value": "Practitioner/malformed"}}}}""");
        Answer invitation = made("invitations", """
                {"email": "malformed-%s@example.org", "project": "riverside", "profile": "Practitioner/malformed",
                 "policy": "reader", "sendEmail": false}""".formatted(System.nanoTime()));
        String link = invitation.text("link");
        return new Prey(
                "/webhooks/" + webhook.text("id"),
                "/hooks/" + hook.text("id"),
                hook.text("secret"),
                "/invitations/" + invitation.text("id"),
                link.substring(link.indexOf("/realms/")));
    }

    /** All that there is of its kinds. */
    static List<JsonNode> all() {
        return List.of(
                ADMIN.read("atrium/webhooks"),
                ADMIN.read("atrium/hooks"),
                ADMIN.read("atrium/mail-templates"),
                ADMIN.read("atrium/projects/riverside/mail-templates"),
                ADMIN.read("atrium/invitations?max=100"));
    }

    @Override
    public void close() {
        List.of(webhook, hook, invitation)
                .forEach(path ->
                        assertThat(ADMIN.delete("atrium" + path).status()).isEqualTo(204));
    }

    private static Answer made(String collection, String body) {
        Answer answer = ADMIN.post("atrium/" + collection, Admin.parse(body));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }
}
