package dev.atrium.tests.webhook;

import static dev.atrium.tests.admin.TestRealm.membershipBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.AtriumServer;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Webhooks reach a receiver that may be down, slow or gone. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class WebhooksIT {
    private final WebhookReceiver receiver = WebhookReceiver.start();
    private TestRealm realm;

    @BeforeEach
    void a_realm_with_a_project() {
        realm = TestRealm.create();
        realm.project("clinic");
        realm.user("ann");
        realm.policy("reader", "user/*.rs");
    }

    @AfterEach
    void gone() {
        realm.close();
        receiver.close();
    }

    @Nested
    class Given_a_receiver_that_works {
        @Test
        void each_event_arrives_once() {
            subscribe("membership.*");
            realm.membership(ofAnn("1"));
            realm.membership(ofAnn("2"));
            receiver.await(webhook -> webhook.data("profile").equals("Patient/2"));
            realm.nothingWaits();
            assertThat(receiver.taken())
                    .extracting(webhook -> webhook.data("profile"))
                    .containsExactly("Patient/1", "Patient/2");
        }

        @Test
        void it_is_signed_with_the_secret_of_the_subscription() {
            TestWebhook webhook = subscribe("membership.*");
            realm.membership(ofAnn("1"));
            ReceivedWebhook received = receiver.await("membership.created");
            assertThat(received.signatures()).containsExactly(received.signedWith(webhook.secret()));
        }

        @Test
        void it_says_when_and_in_which_form_it_was_sent() {
            subscribe("membership.*");
            realm.membership(ofAnn("1"));
            ReceivedWebhook received = receiver.await("membership.created");
            assertThat(received.header("Content-type")).startsWith("application/json");
            assertThat(Instant.ofEpochSecond(received.timestamp()))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        }

        @Test
        void nothing_arrives_of_what_was_not_subscribed_to() {
            subscribe("membership.deleted");
            String id = realm.membership(ofAnn("1"));
            realm.admin().delete("atrium/memberships/" + id);
            receiver.await("membership.deleted");
            assertThat(receiver.taken()).hasSize(1);
        }

        @Test
        void nothing_arrives_of_what_was_undone() {
            subscribe("membership.*");
            String id = realm.membership(ofAnn("1"));
            assertThat(realm.admin().post("atrium/memberships", ofAnn("1")).status())
                    .isEqualTo(409);
            realm.admin().delete("atrium/memberships/" + id);
            receiver.await("membership.deleted");
            assertThat(receiver.taken())
                    .extracting(ReceivedWebhook::type)
                    .containsExactly("membership.created", "membership.deleted");
        }

        @Test
        void nothing_arrives_once_it_is_deleted() {
            TestWebhook first = subscribe("membership.*");
            subscribe("policy.*");
            realm.admin().delete(first.path());
            realm.membership(ofAnn("1"));
            realm.policy("other");
            receiver.await("policy.created");
            assertThat(receiver.taken("membership.created")).isEmpty();
        }

        @Test
        void nothing_arrives_while_it_is_off() {
            TestWebhook webhook = subscribe("membership.*");
            subscribe("policy.*");
            realm.admin()
                    .put(
                            webhook.path(),
                            TestWebhook.body(receiver.url(), "membership.*").put("active", false));
            realm.membership(ofAnn("1"));
            realm.policy("other");
            receiver.await("policy.created");
            assertThat(receiver.taken("membership.created")).isEmpty();
        }
    }

    @Nested
    class Given_a_subscription_for_one_project {
        @Test
        void nothing_arrives_from_elsewhere() {
            realm.project("other");
            TestWebhook.of(realm.admin(), TestWebhook.body(receiver.url(), "*").put("project", "clinic"));
            realm.membership(membershipBody("other", "ann", "Patient/1", "reader"));
            realm.membership(ofAnn("2"));
            assertThat(receiver.await("membership.created").data("project")).isEqualTo("clinic");
            assertThat(receiver.taken()).hasSize(1);
        }
    }

    @Nested
    class Given_a_receiver_in_trouble {
        @Test
        void a_webhook_arrives_once_when_it_is_up_again() {
            subscribe("membership.*");
            receiver.stop();
            realm.membership(ofAnn("1"));
            receiver.restart();
            receiver.await("membership.created");
            realm.nothingWaits();
            assertThat(receiver.taken()).hasSize(1);
        }

        @Test
        void a_webhook_keeps_its_id_from_attempt_to_attempt_and_is_signed_anew() {
            TestWebhook webhook = subscribe("membership.*");
            receiver.answers(500);
            realm.membership(ofAnn("1"));
            ReceivedWebhook first = receiver.awaitRefused();
            receiver.answers(200);
            ReceivedWebhook second = receiver.await("membership.created");
            assertThat(second.id()).isEqualTo(first.id());
            assertThat(second.text()).isEqualTo(first.text());
            assertThat(second.timestamp()).isGreaterThan(first.timestamp());
            assertThat(second.signatures()).containsExactly(second.signedWith(webhook.secret()));
        }

        @Test
        void a_webhook_is_not_waited_for_longer_than_ten_seconds_and_sent_again() {
            subscribe("membership.*");
            receiver.thinksFor(Duration.ofSeconds(11));
            realm.membership(ofAnn("1"));
            ReceivedWebhook first = receiver.awaitRefused();
            receiver.thinksFor(Duration.ZERO);
            assertThat(receiver.await("membership.created").id()).isEqualTo(first.id());
        }

        @Test
        void events_arrive_in_their_order() {
            subscribe("membership.*");
            receiver.answers(503);
            String id = realm.membership(ofAnn("1"));
            realm.admin().post("atrium/memberships/" + id + "/deactivate");
            realm.admin().post("atrium/memberships/" + id + "/activate");
            realm.admin().delete("atrium/memberships/" + id);
            receiver.awaitRefused();
            receiver.answers(200);
            receiver.await("membership.deleted");
            assertThat(receiver.taken())
                    .extracting(ReceivedWebhook::type)
                    .containsExactly(
                            "membership.created",
                            "membership.deactivated",
                            "membership.activated",
                            "membership.deleted");
        }

        @Test
        void a_webhook_does_not_follow_it_elsewhere() {
            subscribe("membership.*");
            try (WebhookReceiver elsewhere = WebhookReceiver.start()) {
                receiver.redirectsTo(elsewhere.url());
                realm.membership(ofAnn("1"));
                receiver.awaitRefused();
                receiver.answers(200);
                receiver.await("membership.created");
                assertThat(elsewhere.taken()).isEmpty();
            }
        }
    }

    @Nested
    class Given_a_receiver_that_wants_no_more {
        @Test
        void the_subscription_is_switched_off_and_says_so() {
            TestWebhook webhook = subscribe("membership.*");
            receiver.answers(410);
            realm.membership(ofAnn("1"));
            receiver.awaitRefused();
            Eventually.holds(
                    () -> !realm.admin().read(webhook.path()).path("active").asBoolean(),
                    () -> "still " + realm.admin().read(webhook.path()));
            assertThat(realm.admin().read(webhook.path()).path("switchedOff").asText())
                    .contains("410");
        }

        @Test
        void it_hears_again_when_an_administrator_switches_it_on() {
            TestWebhook webhook = subscribe("membership.*");
            receiver.answers(410);
            assertThat(webhook.test().json().path("delivered").asBoolean()).isFalse();
            receiver.answers(200);
            ObjectNode again = ((ObjectNode) realm.admin().read(webhook.path())).put("active", true);
            realm.admin().put(webhook.path(), again);
            realm.membership(ofAnn("1"));
            receiver.await("membership.created");
            assertThat(realm.admin().read(webhook.path()).has("switchedOff")).isFalse();
        }
    }

    @Nested
    class Given_a_secret_that_is_rotated {
        @Test
        void both_secrets_sign_for_a_while() {
            TestWebhook webhook = subscribe("membership.*");
            String secret = webhook.rotate("{}").text("secret");
            realm.membership(ofAnn("1"));
            ReceivedWebhook received = receiver.await("membership.created");
            assertThat(received.signatures())
                    .containsExactly(received.signedWith(secret), received.signedWith(webhook.secret()));
        }

        @Test
        void only_the_new_one_signs_when_the_old_one_ended() {
            TestWebhook webhook = subscribe("membership.*");
            String secret = webhook.rotate("{\"previousSecretHours\":0}").text("secret");
            realm.membership(ofAnn("1"));
            ReceivedWebhook received = receiver.await("membership.created");
            assertThat(received.signatures()).containsExactly(received.signedWith(secret));
        }
    }

    @Nested
    class Given_a_test {
        @Test
        void it_arrives_whatever_was_subscribed_to() {
            TestWebhook webhook = subscribe("policy.deleted");
            assertThat(webhook.test().json().path("delivered").asBoolean()).isTrue();
            ReceivedWebhook received = receiver.await("webhook.test");
            assertThat(received.signatures()).containsExactly(received.signedWith(webhook.secret()));
            assertThat(received.data("subscriptionId")).isEqualTo(webhook.id());
        }

        @Test
        void its_answer_says_what_went_wrong() {
            TestWebhook webhook = subscribe("policy.deleted");
            receiver.answers(418);
            assertThat(webhook.test().text("problem")).isEqualTo("The receiver answered 418.");
            receiver.stop();
            assertThat(webhook.test().text("problem")).isEqualTo("Nothing answers at this host and port.");
        }
    }

    @Nested
    class Given_a_test_of_what_cannot_be_reached {
        @Test
        void a_name_that_nobody_knows_and_a_port_where_nobody_listens_are_answered_alike() {
            receiver.stop();
            Probe nobody = Probe.of(TestWebhook.of(realm.admin(), TestWebhook.body(receiver.url(), "policy.deleted")));
            Probe unknown = Probe.of(
                    TestWebhook.of(realm.admin(), TestWebhook.body("http://nobody.invalid/", "policy.deleted")));
            assertThat(unknown.answer()).isEqualTo(nobody.answer());
            assertThat(nobody.time()).isBetween(Duration.ofMillis(2900), Duration.ofSeconds(9));
            assertThat(unknown.time()).isGreaterThan(Duration.ofMillis(2900));
        }

        @Test
        void a_name_of_this_machine_that_stands_for_an_address_within_is_answered_so_too() throws Exception {
            String within = InetAddress.getLocalHost().getHostName();
            assumeTrue(InetAddress.getByName(within).isSiteLocalAddress(), "this machine has no name within");
            receiver.stop();
            Probe nobody = Probe.of(TestWebhook.of(realm.admin(), TestWebhook.body(receiver.url(), "policy.deleted")));
            Probe forbidden = Probe.of(
                    TestWebhook.of(realm.admin(), TestWebhook.body("http://" + within + "/", "policy.deleted")));
            assertThat(forbidden.answer()).isEqualTo(nobody.answer());
            assertThat(forbidden.time()).isGreaterThan(Duration.ofMillis(2900));
        }
    }

    private record Probe(String answer, Duration time) {
        static Probe of(TestWebhook webhook) {
            long began = System.nanoTime();
            String answer = webhook.test().body();
            return new Probe(answer, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private TestWebhook subscribe(String events) {
        return TestWebhook.of(realm.admin(), receiver, events);
    }

    private static ObjectNode ofAnn(String patient) {
        return membershipBody("clinic", "ann", "Patient/" + patient, "reader");
    }
}
