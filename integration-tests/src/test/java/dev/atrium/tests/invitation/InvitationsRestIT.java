package dev.atrium.tests.invitation;

import static dev.atrium.tests.invitation.Inviting.CARLA;
import static dev.atrium.tests.invitation.Inviting.invitation;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.Refusal;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code atrium/invitations}, as administrators use it. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class InvitationsRestIT {
    private static final String ALICE = "alice@riverside.example";

    private Inviting realm;

    @BeforeAll
    void a_realm() {
        realm = new Inviting();
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    private static String somebody() {
        return "somebody-" + System.nanoTime() + "@example.org";
    }

    private static String path(JsonNode invitation) {
        return "atrium/invitations/" + invitation.path("id").asText();
    }

    private Refusal refused(ObjectNode invitation) {
        return Refusal.of(realm.admin().post("atrium/invitations", invitation));
    }

    @Nested
    class Given_an_invitation {
        private final String email = somebody();
        private final JsonNode invited = realm.invite(invitation(email).put("expiresInDays", 3));

        @Test
        void it_is_read_with_the_names_of_what_it_points_to() {
            JsonNode read = realm.read(invited);
            assertThat(read.path("project").asText()).isEqualTo("riverside");
            assertThat(read.path("policy").asText()).isEqualTo("clinician");
            assertThat(read.path("client").asText()).isEqualTo("ward");
            assertThat(read.path("state").asText()).isEqualTo("pending");
        }

        @Test
        void it_lasts_as_many_days_as_was_said() {
            Instant sent = Instant.parse(invited.path("sent").asText());
            assertThat(Instant.parse(invited.path("expires").asText())).isEqualTo(sent.plus(Duration.ofDays(3)));
        }

        @Test
        void it_is_found_by_address_project_and_state() {
            JsonNode found = realm.admin().read("atrium/invitations?project=riverside&state=pending&email=" + email);
            assertThat(found).hasSize(1);
            assertThat(realm.admin().read("atrium/invitations?state=accepted&email=" + email))
                    .isEmpty();
            assertThat(realm.admin()
                            .read("atrium/invitations/count?email=" + email)
                            .asInt())
                    .isEqualTo(1);
        }

        @Test
        void the_same_cannot_be_made_again() {
            assertThat(refused(invitation(email))).isEqualTo(new Refusal(409, "already_invited", "email"));
        }

        @Test
        void it_is_revoked_once_and_may_then_be_made_again() {
            assertThat(realm.admin().post(path(invited) + "/revoke", "").text("state"))
                    .isEqualTo("revoked");
            assertThat(Refusal.of(realm.admin().post(path(invited) + "/revoke", "")))
                    .isEqualTo(new Refusal(409, "invitation_ended", ""));
            assertThat(Refusal.of(realm.admin().post(path(invited) + "/resend", "")))
                    .isEqualTo(new Refusal(409, "invitation_ended", ""));
            realm.invite(email);
        }

        @Test
        void it_is_sent_again_with_another_expiry_and_other_words() {
            JsonNode again = realm.admin()
                    .post(
                            path(invited) + "/resend",
                            Admin.JSON
                                    .createObjectNode()
                                    .put("expiresInDays", 10)
                                    .put("words", "Please!"))
                    .json();
            Instant sent = Instant.parse(again.path("sent").asText());
            assertThat(Instant.parse(again.path("expires").asText())).isEqualTo(sent.plus(Duration.ofDays(10)));
            assertThat(again.path("words").asText()).isEqualTo("Please!");
            assertThat(again.path("client").asText()).isEqualTo("ward");
        }

        @Test
        void it_is_deleted() {
            assertThat(realm.admin().delete(path(invited)).status()).isEqualTo(204);
            assertThat(realm.admin().get(path(invited)).status()).isEqualTo(404);
        }

        @Test
        void its_policy_is_in_use() {
            String policy = realm.realm.policy("only-" + email, "user/*.rs");
            realm.invite(invitation(somebody()).put("policy", policy));
            assertThat(Refusal.of(realm.admin().delete("atrium/policies/" + policy)))
                    .isEqualTo(new Refusal(409, "policy_in_use", ""));
        }

        @Test
        void the_change_is_recorded_without_the_link() {
            JsonNode made = realm.invite(invitation(somebody()).put("sendEmail", false));
            JsonNode events = realm.admin().read("admin-events?resourcePath=" + path(made));
            assertThat(events).hasSize(1);
            assertThat(events.path(0).path("operationType").asText()).isEqualTo("CREATE");
            assertThat(events.path(0).path("representation").asText())
                    .contains("somebody")
                    .doesNotContain("/atrium/links/");
        }
    }

    @Nested
    class Given_a_request_that_is_wrong {
        @ParameterizedTest
        @CsvSource({
            "email, nobody, invalid_field",
            "email, 'a b@example.org', invalid_field",
            "project, nowhere, invalid_field",
            "policy, none, invalid_field",
            "profile, Nurse/1, invalid_field",
            "client, nothing, invalid_field",
            "client, smart-app, invalid_field",
            "expiresInDays, 0, invalid_field",
            "expiresInDays, 31, invalid_field",
            "sendEmail, maybe, invalid_field",
            "language, 'not a tag', invalid_field",
            "invitedBy, nobody, invalid_field",
            "nonsense, 1, unknown_field"
        })
        void it_is_refused_by_name(String field, String value, String error) {
            assertThat(refused(invitation(somebody()).put(field, value))).isEqualTo(new Refusal(400, error, field));
        }

        @Test
        void too_many_words_are_refused() {
            assertThat(refused(invitation(somebody()).put("words", "x".repeat(2001))))
                    .isEqualTo(new Refusal(400, "invalid_field", "words"));
        }

        @Test
        void nothing_is_sent_for_it() {
            String email = somebody();
            refused(invitation(email).put("client", "nothing"));
            realm.invite(email);
            realm.mail(email);
            assertThat(realm.mails.mailsTo(email)).hasSize(1);
        }

        @Test
        void who_has_that_profile_there_already_is_not_invited() {
            ObjectNode member = invitation(ALICE);
            realm.realm.membership(TestRealm.membershipBody(
                    "riverside", "alice", member.path("profile").asText(), "clinician"));
            assertThat(refused(member)).isEqualTo(new Refusal(409, "membership_exists", "profile"));
        }
    }

    @Nested
    class Given_administrators_with_less_than_all_rights {
        @Test
        void who_may_only_view_users_sees_invitations_and_changes_none() {
            AdminRest viewer = realm.realm.adminWith("view-users");
            JsonNode invited = realm.invite(somebody());
            assertThat(viewer.get("atrium/invitations").status()).isEqualTo(200);
            assertThat(viewer.get(path(invited)).status()).isEqualTo(200);
            Stream.of(
                            viewer.post("atrium/invitations", invitation(somebody())),
                            viewer.post(path(invited) + "/resend", ""),
                            viewer.post(path(invited) + "/revoke", ""),
                            viewer.delete(path(invited)))
                    .map(Answer::status)
                    .forEach(status -> assertThat(status).isEqualTo(403));
        }

        @Test
        void who_manages_users_but_no_organizations_invites_nobody() {
            AdminRest manager = realm.realm.adminWith("manage-users");
            assertThat(manager.post("atrium/invitations", invitation(somebody()))
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void who_manages_both_invites_and_is_named_as_the_inviter() {
            AdminRest admin = realm.realm.adminWith("manage-users", "manage-realm", "query-users");
            Answer made = admin.post("atrium/invitations", invitation(somebody()));
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            assertThat(realm.admin()
                            .read("users/" + made.text("invitedBy"))
                            .path("username")
                            .asText())
                    .startsWith("admin-");
        }

        @Test
        void who_may_do_nothing_learns_nothing() {
            AdminRest nobody = realm.realm.adminWith("view-clients");
            assertThat(nobody.get("atrium/invitations").status()).isEqualTo(403);
            assertThat(nobody.get("atrium/invitations/none").status()).isEqualTo(403);
        }
    }

    @Nested
    class Given_a_mail_server_that_is_down {
        @Test
        void the_invitation_stays_and_arrives_later() {
            realm.mails.stop();
            JsonNode invited = realm.invite(CARLA);
            assertThat(realm.state(invited)).isEqualTo("pending");
            realm.mails.restart();
            assertThat(realm.mail(CARLA).subject()).isEqualTo("Invitation to Riverside Clinic");
        }
    }
}
