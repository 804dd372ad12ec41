package dev.atrium.tests.webhook;

import static dev.atrium.tests.admin.TestRealm.membershipBody;
import static dev.atrium.tests.admin.TestRealm.policyBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What webhooks tell of users, memberships and policies, checked against the schemas in the docs. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class WebhookEventsIT {
    private final WebhookReceiver receiver = WebhookReceiver.start();
    private TestRealm realm;

    @BeforeEach
    void a_realm_that_tells_all() {
        realm = TestRealm.create();
        TestWebhook.of(realm.admin(), receiver, "*");
    }

    @AfterEach
    void gone() {
        realm.close();
        receiver.close();
    }

    @Nested
    class Given_a_user {
        @Test
        void tells_that_it_came() {
            String ann = realm.user("ann");
            assertThat(told("user.created").data("userId")).isEqualTo(ann);
        }

        @Test
        void tells_that_it_changed() {
            String ann = realm.user("ann");
            realm.admin().put("users/" + ann, Admin.JSON.createObjectNode().put("firstName", "Ann"));
            assertThat(told("user.updated").data("userId")).isEqualTo(ann);
        }

        @Test
        void tells_that_it_went() {
            String ann = realm.user("ann");
            realm.admin().delete("users/" + ann);
            assertThat(told("user.deleted").data("userId")).isEqualTo(ann);
        }

        @Test
        void tells_that_it_was_imported() {
            String ann = imported("FAIL");
            assertThat(told("user.created").data("userId")).isEqualTo(ann);
        }

        @Test
        void tells_of_both_when_an_import_overwrote_it() {
            String before = realm.user("ann");
            String after = imported("OVERWRITE");
            assertThat(told("user.deleted").data("userId")).isEqualTo(before);
            receiver.await(webhook -> webhook.type().equals("user.created")
                    && webhook.data("userId").equals(after));
            realm.nothingWaits();
            assertThat(receiver.taken("user.updated")).isEmpty();
        }

        @Test
        void tells_nothing_when_an_import_skipped_it() {
            realm.user("ann");
            imported("SKIP");
            realm.nothingWaits();
            assertThat(receiver.taken()).extracting(ReceivedWebhook::type).containsExactly("user.created");
        }

        private String imported(String ifExists) {
            ObjectNode body = Admin.JSON.createObjectNode().put("ifResourceExists", ifExists);
            body.putArray("users")
                    .addObject()
                    .put("username", "ann")
                    .put("email", "ann@example.org")
                    .put("enabled", true);
            Answer answer = realm.admin().post("partialImport", body);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            return answer.json().path("results").path(0).path("id").asText();
        }

        @Test
        void tells_nothing_of_the_person() {
            realm.user("ann");
            assertThat(told("user.created").text()).doesNotContain("ann", "example.org", "User");
        }
    }

    @Nested
    class Given_a_membership {
        private String ann;
        private String membership;

        @BeforeEach
        void of_ann() {
            realm.project("clinic");
            realm.policy("reader", "user/*.rs");
            ann = realm.user("ann");
            ObjectNode body = membershipBody("clinic", "ann", "Practitioner/ann", "reader");
            membership = realm.membership(body.put("externalId", "E-1").put("label", "Ward 3"));
        }

        @Test
        void tells_that_it_came() {
            ReceivedWebhook told = told("membership.created");
            assertThat(told.data("membershipId")).isEqualTo(membership);
            assertThat(told.data("userId")).isEqualTo(ann);
            assertThat(told.data("project")).isEqualTo("clinic");
            assertThat(told.data("profile")).isEqualTo("Practitioner/ann");
            assertThat(told.data("externalId")).isEqualTo("E-1");
        }

        @Test
        void tells_that_it_changed() {
            change(body -> body.put("externalId", "E-2"));
            assertThat(told("membership.updated").data("externalId")).isEqualTo("E-2");
        }

        @Test
        void tells_that_it_was_switched() {
            realm.admin().post(path() + "/deactivate");
            assertThat(told("membership.deactivated").data("active")).isEqualTo("false");
            realm.admin().post(path() + "/activate");
            assertThat(told("membership.activated").data("active")).isEqualTo("true");
            assertThat(receiver.taken("membership.updated")).isEmpty();
        }

        @Test
        void tells_of_both_when_it_was_switched_and_changed() {
            change(body -> body.put("active", false).put("externalId", "E-2"));
            told("membership.deactivated");
            told("membership.updated");
        }

        @Test
        void tells_nothing_when_nothing_changed() {
            change(body -> {});
            realm.admin().delete(path());
            told("membership.deleted");
            assertThat(receiver.taken("membership.updated")).isEmpty();
        }

        @Test
        void tells_that_it_went() {
            realm.admin().delete(path());
            assertThat(told("membership.deleted").data("membershipId")).isEqualTo(membership);
        }

        @Test
        void tells_that_it_went_with_its_user() {
            realm.admin().delete("users/" + ann);
            assertThat(told("membership.deleted").data("membershipId")).isEqualTo(membership);
            told("user.deleted");
        }

        @Test
        void tells_that_it_went_with_who_left_the_organization() {
            String members = "organizations/" + realm.projectId("clinic") + "/members";
            realm.admin().post(members, '"' + ann + '"');
            realm.admin().delete(members + "/" + ann);
            assertThat(told("membership.deleted").data("membershipId")).isEqualTo(membership);
        }

        @Test
        void tells_that_it_went_with_its_project() {
            realm.admin().delete("organizations/" + realm.projectId("clinic"));
            assertThat(told("membership.deleted").data("membershipId")).isEqualTo(membership);
            assertThat(told("membership.deleted").data("project")).isEqualTo("clinic");
        }

        private String path() {
            return "atrium/memberships/" + membership;
        }

        private void change(java.util.function.Consumer<ObjectNode> change) {
            ObjectNode body = (ObjectNode) realm.admin().read(path());
            change.accept(body);
            assertThat(realm.admin().put(path(), body).status()).isEqualTo(200);
        }
    }

    @Nested
    class Given_a_policy {
        @Test
        void tells_of_its_life() {
            String policy = realm.policy("reader", "user/*.rs");
            realm.admin().put("atrium/policies/" + policy, policyBody("reader", "user/*.r"));
            realm.admin().delete("atrium/policies/" + policy);
            assertThat(told("policy.deleted").data("policyId")).isEqualTo(policy);
            told("policy.created");
            told("policy.updated");
        }
    }

    @Nested
    class Given_a_test {
        @Test
        void tells_of_the_subscription() {
            TestWebhook.of(realm.admin(), receiver, "user.deleted").test();
            told("webhook.test");
        }
    }

    private ReceivedWebhook told(String type) {
        ReceivedWebhook webhook = receiver.await(type);
        Schemas.assertFits(webhook);
        assertThat(webhook.data("realm")).isEqualTo(realm.name());
        return webhook;
    }
}
