package dev.atrium.tests.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.Refusal;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscriptions by the admin REST. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class WebhookAdminIT {
    private static final String URL = "https://hooks.example.org/atrium";
    private static final String TYPE = "dev.atrium.support.webhook.WebhookProvider";

    private TestRealm realm;
    private AdminRest admin;

    @BeforeEach
    void a_realm_with_a_project() {
        realm = TestRealm.create();
        admin = realm.admin();
        realm.project("clinic");
    }

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_subscription {
        @Test
        void is_read_as_it_was_written() {
            ObjectNode body = TestWebhook.body(URL, "membership.*", "consent.*")
                    .put("project", "clinic")
                    .put("description", "Provisioning");
            JsonNode read = admin.read(TestWebhook.of(admin, body).path());
            assertThat(read.path("url").asText()).isEqualTo(URL);
            assertThat(read.path("events")).hasSize(2);
            assertThat(read.path("project").asText()).isEqualTo("clinic");
            assertThat(read.path("description").asText()).isEqualTo("Provisioning");
            assertThat(read.path("active").asBoolean()).isTrue();
        }

        @Test
        void is_listed() {
            TestWebhook webhook = subscription();
            assertThat(admin.list("atrium/webhooks", "id")).containsExactly(webhook.id());
        }

        @Test
        void takes_back_what_it_gave() {
            TestWebhook webhook = subscription();
            ObjectNode body = ((ObjectNode) admin.read(webhook.path())).put("description", "new");
            Answer answer = admin.put(webhook.path(), body);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(admin.read(webhook.path()).path("description").asText()).isEqualTo("new");
        }

        @Test
        void is_gone_when_it_was_deleted() {
            TestWebhook webhook = subscription();
            assertThat(admin.delete(webhook.path()).status()).isEqualTo(204);
            assertThat(Refusal.of(admin.get(webhook.path()))).isEqualTo(new Refusal(404, "not_found", ""));
        }
    }

    @Nested
    class Given_its_secret {
        @Test
        void shows_it_once_and_never_again() {
            TestWebhook webhook = subscription();
            assertThat(webhook.secret()).startsWith("whsec_");
            assertThat(admin.get(webhook.path()).body()).doesNotContain(webhook.secret());
            assertThat(admin.get("atrium/webhooks").body()).doesNotContain(webhook.secret());
        }

        @Test
        void shows_a_new_one_once_too() {
            TestWebhook webhook = subscription();
            String secret = webhook.rotate("{}").text("secret");
            assertThat(secret).startsWith("whsec_").isNotEqualTo(webhook.secret());
            assertThat(admin.get(webhook.path()).body()).doesNotContain(secret, webhook.secret());
            assertThat(admin.read(webhook.path()).has("previousSecretUntil")).isTrue();
        }

        @Test
        void hides_it_from_exports_of_the_console() {
            TestWebhook webhook = subscription();
            webhook.rotate("{}");
            String exported = admin.post("partial-export").body();
            assertThat(exported).contains(TYPE, "**********").doesNotContain("whsec_");
        }

        @Test
        void is_not_reached_as_a_component_of_keycloaks() {
            TestWebhook webhook = subscription();
            String component = "components/" + webhook.id();
            assertThat(admin.read("components?type=" + TYPE)).isEmpty();
            assertThat(admin.get(component).status()).isEqualTo(404);
            assertThat(admin.put(component, Admin.JSON.createObjectNode()).status())
                    .isEqualTo(403);
            assertThat(admin.delete(component).status()).isEqualTo(403);
        }

        @Test
        void hides_it_from_events() {
            admin.put("", Admin.parse("{\"adminEventsEnabled\":true,\"adminEventsDetailsEnabled\":true}"));
            TestWebhook webhook = subscription();
            webhook.rotate("{}");
            String events =
                    admin.get("admin-events?resourcePath=" + webhook.path()).body();
            assertThat(events).contains("CREATE", "ACTION").doesNotContain("whsec_");
        }

        @Test
        void takes_one_that_the_receiver_has_already() {
            String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
            TestWebhook webhook =
                    TestWebhook.of(admin, TestWebhook.body(URL, "*").put("secret", secret));
            assertThat(webhook.secret()).isEqualTo(secret);
        }
    }

    @Nested
    class Given_a_realm_that_is_exported_and_imported {
        @Test
        void subscriptions_travel_and_are_off_without_their_secrets() {
            subscription();
            JsonNode exported = admin.post("partial-export").json();
            try (TestRealm copy = TestRealm.imported(exported)) {
                JsonNode webhook = copy.admin().read("atrium/webhooks").path(0);
                assertThat(webhook.path("url").asText()).isEqualTo(URL);
                assertThat(webhook.path("active").asBoolean()).isFalse();
                assertThat(webhook.path("switchedOff").asText()).contains("secret");
            }
        }

        @Test
        void subscriptions_travel_whole_where_secrets_do() {
            TestWebhook webhook = subscription();
            ObjectNode exported = (ObjectNode) admin.post("partial-export").json();
            exported.findParents("secret").stream()
                    .filter(config -> config.has("url"))
                    .forEach(config -> ((ObjectNode) config).putArray("secret").add(webhook.secret()));
            try (TestRealm copy = TestRealm.imported(exported)) {
                assertThat(copy.admin()
                                .read("atrium/webhooks")
                                .path(0)
                                .path("active")
                                .asBoolean())
                        .isTrue();
            }
        }
    }

    @Nested
    class Given_a_request_that_cannot_be_done {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://10.0.0.1/",
                    "https://169.254.169.254/latest/meta-data/",
                    "https://192.168.1.1:8443/",
                    "https://[fe80::1]/",
                    "https://[::ffff:10.0.0.1]/",
                    "https://0x7f.1/",
                    "https://167772161/",
                    "ftp://example.org/",
                    "https://user:secret@example.org/",
                    "https://example.org/#x",
                    "nowhere"
                })
        void refuses_addresses_where_webhooks_do_not_go(String url) {
            assertThat(Refusal.of(admin.post("atrium/webhooks", TestWebhook.body(url, "*"))))
                    .isEqualTo(new Refusal(400, "invalid_field", "url"));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        {"events":["*"]}                                                    | invalid_field | url
                        {"url":"https://a.example/"}                                        | invalid_field | events
                        {"url":"https://a.example/","events":[]}                            | invalid_field | events
                        {"url":"https://a.example/","events":["user.exploded"]}             | invalid_field | events
                        {"url":"https://a.example/","events":"*"}                           | invalid_field | events
                        {"url":"https://a.example/","events":["*"],"project":"none"}        | invalid_field | project
                        {"url":"https://a.example/","events":["user.*"],"project":"clinic"} | invalid_field | events
                        {"url":"https://a.example/","events":["membership.*","user.created"],"project":"clinic"} | invalid_field | events
                        {"url":"https://a.example/","events":["*","policy.*"],"project":"clinic"} | invalid_field | events
                        {"url":"https://a.example/","events":["*"],"secret":"guess"}        | invalid_field | secret
                        {"url":"https://a.example/","events":["*"],"active":"maybe"}        | invalid_field | active
                        {"url":"https://a.example/","events":["*"],"id":"mine"}             | invalid_field | id
                        {"url":"https://a.example/","events":["*"],"retries":3}             | unknown_field | retries
                        """)
        void says_what_is_wrong(String body, String error, String field) {
            assertThat(Refusal.of(admin.post("atrium/webhooks", body))).isEqualTo(new Refusal(400, error, field));
        }

        @Test
        void does_not_change_a_secret_by_the_way() {
            TestWebhook webhook = subscription();
            ObjectNode body = TestWebhook.body(URL, "*").put("secret", webhook.secret());
            assertThat(Refusal.of(admin.put(webhook.path(), body)))
                    .isEqualTo(new Refusal(400, "invalid_field", "secret"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "169", "1.5", "soon"})
        void does_not_keep_the_old_secret_for_any_time(String hours) {
            assertThat(Refusal.of(subscription().rotate("{\"previousSecretHours\":\"" + hours + "\"}")))
                    .isEqualTo(new Refusal(400, "invalid_field", "previousSecretHours"));
        }
    }

    @Nested
    class Given_administrators {
        @Test
        void those_who_view_the_realm_see_subscriptions_and_change_none() {
            TestWebhook webhook = subscription();
            AdminRest viewer = realm.adminWith("view-realm");
            assertThat(viewer.list("atrium/webhooks", "id")).containsExactly(webhook.id());
            assertForbidden(viewer.post("atrium/webhooks", TestWebhook.body(URL, "*")));
            assertForbidden(viewer.put(webhook.path(), TestWebhook.body(URL, "*")));
            assertForbidden(viewer.delete(webhook.path()));
            assertForbidden(viewer.post(webhook.path() + "/test"));
            assertForbidden(viewer.post(webhook.path() + "/rotate-secret"));
        }

        @Test
        void those_who_manage_users_see_none() {
            subscription();
            assertForbidden(realm.adminWith("manage-users").get("atrium/webhooks"));
        }

        @Test
        void those_of_another_realm_find_none() {
            TestWebhook webhook = subscription();
            assertThat(AdminRest.of("atrium").get(webhook.path()).status()).isEqualTo(404);
        }

        private static void assertForbidden(Answer answer) {
            assertThat(Refusal.of(answer)).isEqualTo(new Refusal(403, "forbidden", ""));
        }
    }

    private TestWebhook subscription() {
        return TestWebhook.of(admin, TestWebhook.body(URL, "*"));
    }
}
