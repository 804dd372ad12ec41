package dev.atrium.tests.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.store.TestPostgres;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.MailServer;
import dev.atrium.tests.server.OwnServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Links that are in mails already when the server starts again. */
@Tag("own")
@TestInstance(Lifecycle.PER_CLASS)
class LinkAfterRestartIT {
    private static final String ANN = "ann.anew@example.org";
    private static final String BEN = "ben.anew@example.org";
    private static final String CARLA = "carla.anew@example.org";

    private final MailServer mails = MailServer.start();
    private OwnServer server;

    @BeforeAll
    void mails_are_sent_and_the_server_starts_again() {
        server = OwnServer.on(TestPostgres.start(), Map.of());
        ObjectNode smtp = Admin.JSON.createObjectNode();
        smtp.putObject("smtpServer")
                .put("host", "localhost")
                .put("port", String.valueOf(mails.port()))
                .put("from", "atrium@example.org");
        server.admin("PUT", "", smtp, 204);
        ObjectNode policy = Admin.JSON.createObjectNode().put("name", "clinician");
        policy.putArray("scopes").add("user/*.rs");
        server.admin("POST", "atrium/policies", policy, 201);
        joins(ANN);
        joins(BEN);
        server.admin("POST", "atrium/invitations", in("riverside", CARLA).put("email", CARLA), 201);
        press(link(BEN));
        link(ANN);
        link(CARLA);
        server.kill();
        server.start();
    }

    @AfterAll
    void gone() {
        server.close();
        mails.close();
    }

    @Test
    void the_link_of_a_welcome_mail_still_leads_to_a_first_password() {
        assertThat(password(press(link(ANN))).status()).isLessThan(400);
        assertThat(new Browser().open(link(ANN)).title()).isEqualTo("You can already sign in");
    }

    @Test
    void the_link_of_an_invitation_still_makes_its_person_a_member() {
        press(link(CARLA));
        JsonNode invitation = server.admin(
                        "GET", "atrium/invitations?email=" + CARLA, Admin.JSON.createObjectNode(), 200)
                .path(0);
        assertThat(invitation.path("state").asText()).isEqualTo("accepted");
        assertThat(invitation.path("membership").asText()).isNotEmpty();
    }

    @Test
    void a_link_that_was_used_before_is_still_used_up() {
        Page again = new Browser().open(link(BEN));
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.title()).isEqualTo("This link has already been used");
    }

    private void joins(String email) {
        server.admin(
                "POST",
                "users",
                Admin.JSON
                        .createObjectNode()
                        .put("username", email)
                        .put("email", email)
                        .put("firstName", "Ann")
                        .put("lastName", "Berg")
                        .put("enabled", true),
                201);
        server.admin("POST", "atrium/memberships", in("riverside", email).put("user", email), 201);
    }

    private static ObjectNode in(String project, String email) {
        return Admin.JSON
                .createObjectNode()
                .put("project", project)
                .put("profile", "Practitioner/" + email.replaceAll("[^A-Za-z0-9]", "-"))
                .put("policy", "clinician");
    }

    private URI link(String email) {
        return URI.create(mails.await(email).link());
    }

    private static Page press(URI link) {
        return Inviting.press(new Browser().open(link));
    }

    private static Page password(Page form) {
        return form.submit(
                "kc-passwd-update-form",
                Map.of("password-new", List.of(Admin.PASSWORD), "password-confirm", List.of(Admin.PASSWORD)),
                "");
    }
}
