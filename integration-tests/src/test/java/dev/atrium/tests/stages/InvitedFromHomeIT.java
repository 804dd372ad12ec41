package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody whose domain signs in at its own identity provider is invited to another project. */
@ExtendWith(AtriumServer.class)
class InvitedFromHomeIT {
    private final Admin admin = Admin.ofRealm();
    private final Lakeside lakeside = Lakeside.of(admin);
    private final String email = Lakeside.someAddress();
    private final JsonNode invited = Admin.parse(admin.send(
                    "POST",
                    "atrium/invitations",
                    Admin.JSON
                            .createObjectNode()
                            .put("email", email)
                            .put("project", "riverside")
                            .put("profile", "Practitioner/" + System.nanoTime())
                            .put("policy", "clinician")
                            .put("sendEmail", false)
                            .toString())
            .body());

    private Page accept() {
        Page page = new Browser().open(URI.create(invited.path("link").asText()));
        assertThat(page.text()).contains("To accept, sign in at Lakeside Hospital as " + email);
        return page.submit("atrium-link", Map.of(), "send");
    }

    private JsonNode stored() {
        return admin.read("atrium/invitations/" + invited.path("id").asText());
    }

    @Nested
    class Given_no_account_here {
        @Test
        void they_are_sent_there_and_asked_for_no_password_here() {
            lakeside.accountThere(email, account -> {});
            Page there = accept();
            assertThat(there.address().getPath()).contains("/realms/lakeside-idp/");
            Visitor.atHome(there, email);
            assertThat(stored().path("state").asText()).isEqualTo("accepted");
            assertThat(admin.read("atrium/memberships?user=" + email)).hasSize(1);
        }
    }

    @Nested
    class Given_a_person_there_with_another_address {
        @Test
        void they_get_nothing() {
            String other = Lakeside.someAddress();
            lakeside.accountThere(other, account -> {});
            Page page = Visitor.atHome(accept(), other);
            assertThat(page.title()).isEqualTo("This invitation is for someone else");
            assertThat(stored().path("state").asText()).isEqualTo("pending");
        }
    }
}
