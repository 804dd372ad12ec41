package dev.atrium.tests.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.mail.Eventually;
import java.net.URI;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one command brings to those who try Atrium out. */
@Tag("container")
class ComposeIT {
    @RegisterExtension
    static final Compose COMPOSE = Compose.demo();

    private static final MailCatcher MAILS = new MailCatcher(URI.create("http://localhost:1080"));

    @Nested
    class Given_the_demo_in_containers {
        @Test
        void people_sign_in_with_their_profiles() {
            Tokens tokens = App.PORTAL.exchange(App.PORTAL
                    .authorize(new Browser(), "openid fhirUser user/*.rs")
                    .email("alice@riverside.example")
                    .password(Admin.PASSWORD));

            assertThat(tokens.accessClaims().path("fhirUser").asText()).endsWith("Practitioner/alice");
        }

        @Test
        void their_mails_are_caught() {
            Admin admin = Admin.ofRealm();
            admin.user("caught@example.org", user -> {});
            sendVerification(admin, "caught@example.org");

            Eventually.holds(
                    () -> MAILS.subjects("caught@example.org").size() == 1,
                    () -> "caught: " + MAILS.subjects("caught@example.org"));
        }
    }

    @Nested
    class Given_that_it_is_taken_down_and_up_again {
        @Test
        void keeps_members_and_mails_and_leaves_nothing_but_its_volume_between() {
            Admin before = Admin.ofRealm();
            JsonNode members = before.read("atrium/memberships");
            String removed = StreamSupport.stream(members.spliterator(), false)
                    .filter(member -> !member.path("active").asBoolean())
                    .map(member -> member.path("id").asText())
                    .findFirst()
                    .orElseThrow();
            before.delete("atrium/memberships/" + removed);
            COMPOSE.run("stop", "mail");
            before.user("waits@example.org", user -> {});
            sendVerification(before, "waits@example.org");
            // An attempt that is under way when a node ends counts as lost after four minutes only.
            Eventually.holds(
                    () -> before.read("atrium/outbox?state=waiting").path(0).has("problem"),
                    () -> "no attempt failed: " + before.read("atrium/outbox?state=waiting"));
            int mails = before.read("atrium/outbox?max=1000").size();

            COMPOSE.down();
            assertThat(COMPOSE.left()).containsExactly("atrium-tests_database");
            COMPOSE.up();

            Admin after = Admin.ofRealm();
            assertThat(after.read("atrium/memberships"))
                    .hasSize(members.size() - 1)
                    .noneMatch(member -> member.path("id").asText().equals(removed));
            assertThat(after.read("atrium/outbox?max=1000")).hasSize(mails);
            Eventually.holds(
                    () -> MAILS.subjects("waits@example.org").size() == 1,
                    () -> "the mail that waited: " + after.read("atrium/outbox?max=1000"));
        }
    }

    private static void sendVerification(Admin admin, String person) {
        String id = admin.read("users?exact=true&username=" + person)
                .path(0)
                .path("id")
                .asText();
        admin.update("users/" + id + "/send-verify-email", Admin.JSON.createObjectNode());
    }
}
