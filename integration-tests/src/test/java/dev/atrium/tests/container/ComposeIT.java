package dev.atrium.tests.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.mail.Eventually;
import java.net.URI;
import java.time.Instant;
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
            mail(admin, "caught@example.org");

            awaitMail("caught@example.org");
        }
    }

    @Nested
    class Given_that_it_is_taken_down_and_up_again {
        @Test
        void keeps_members_and_mails_and_leaves_nothing_but_its_volumes_between() {
            Admin before = Admin.ofRealm();
            JsonNode members = before.read("atrium/memberships");
            String removed = StreamSupport.stream(members.spliterator(), false)
                    .filter(member -> !member.path("active").asBoolean())
                    .map(member -> member.path("id").asText())
                    .findFirst()
                    .orElseThrow();
            before.delete("atrium/memberships/" + removed);
            mail(before, "arrived@example.org");
            awaitMail("arrived@example.org");
            COMPOSE.run("stop", "mail");
            mail(before, "waits@example.org");
            Eventually.holds(
                    () -> rests(before.read("atrium/outbox?state=waiting").path(0)),
                    () -> "no second attempt failed: " + before.read("atrium/outbox?state=waiting"));
            int mails = before.read("atrium/outbox?max=1000").size();

            COMPOSE.down();
            assertThat(COMPOSE.left()).containsExactlyInAnyOrder("atrium-tests_database", "atrium-tests_mails");
            COMPOSE.up();

            Admin after = Admin.ofRealm();
            assertThat(after.read("atrium/memberships"))
                    .hasSize(members.size() - 1)
                    .noneMatch(member -> member.path("id").asText().equals(removed));
            assertThat(after.read("atrium/outbox?max=1000")).hasSize(mails);
            assertThat(MAILS.subjects("arrived@example.org")).hasSize(1);
            awaitMail("waits@example.org");
        }
    }

    /** Has the realm send a mail to somebody new. */
    private static void mail(Admin admin, String person) {
        String id = admin.user(person, user -> {}).id();
        admin.update("users/" + id + "/send-verify-email", Admin.JSON.createObjectNode());
    }

    /**
     * Whether a message was tried twice in vain and is left alone for half a minute. What a node has under way when it ends
     * counts as lost after four minutes only.
     */
    private static boolean rests(JsonNode message) {
        Instant next = Instant.parse(message.path("nextAttempt").asText(Instant.MAX.toString()));
        return message.path("attempts").asInt() == 2
                && next.isBefore(Instant.now().plusSeconds(60));
    }

    private static void awaitMail(String person) {
        Eventually.holds(() -> MAILS.subjects(person).size() == 1, () -> "mails: " + MAILS.subjects(person));
    }
}
