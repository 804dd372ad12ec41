package dev.atrium.tests.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.Refusal;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.mail.MailServer;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** Each thing that can be amiss in a realm is told with cause and cure, and no longer when it is mended. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class RealmHealthIT {
    private WatchedRealm realm;

    @BeforeAll
    void the_realm_of_the_realm_file() {
        realm = WatchedRealm.imported();
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_the_required_actions {
        @Test
        void the_one_for_the_identity_provider_must_be_on() {
            realm.action("atrium-home", false);
            assertThat(cause("home-action", "Atrium identity provider of the domain"))
                    .startsWith("The required action is off: ");

            realm.action("atrium-home", true);
            assertThat(realm.subjects("home-action")).isEmpty();
        }

        @Test
        void the_one_for_the_identity_provider_must_be_the_first() {
            realm.action("TERMS_AND_CONDITIONS", true);
            realm.move("atrium-home", "lower");
            assertThat(cause("home-action", "Atrium identity provider of the domain"))
                    .contains("'TERMS_AND_CONDITIONS' runs before it");

            realm.move("atrium-home", "raise");
            realm.action("TERMS_AND_CONDITIONS", false);
            assertThat(realm.subjects("home-action")).isEmpty();
        }

        @Test
        void the_one_for_profile_and_scopes_must_be_on() {
            realm.action("atrium-stages", false);
            assertThat(cause("stages-action", "Atrium profile and scopes")).contains("invalid_scope");

            realm.action("atrium-stages", true);
            assertThat(realm.subjects("stages-action")).isEmpty();
        }
    }

    @Nested
    class Given_the_identity_provider_of_an_organization {
        @Test
        void it_needs_a_post_login_flow() {
            realm.provider("lakeside-sso", "postBrokerLoginFlowAlias", "");
            assertThat(cause("post-broker-flow", "lakeside-sso")).contains("has no post login flow");

            realm.provider("lakeside-sso", "postBrokerLoginFlowAlias", "Atrium post broker");
            assertThat(realm.subjects("post-broker-flow")).isEmpty();
        }

        @Test
        void it_needs_a_first_login_flow_that_links_accounts() {
            realm.provider("lakeside-sso", "firstBrokerLoginFlowAlias", "first broker login");
            assertThat(cause("first-broker-flow", "lakeside-sso"))
                    .contains("'first broker login' has no step 'Atrium link by verified e-mail'");

            realm.provider("lakeside-sso", "firstBrokerLoginFlowAlias", "Atrium first broker login");
            assertThat(realm.subjects("first-broker-flow")).isEmpty();
        }
    }

    @Nested
    class Given_a_rule_for_sign_in_methods {
        @Test
        void it_must_name_a_provider_that_is_there() {
            ObjectNode provider = Admin.JSON
                    .createObjectNode()
                    .put("alias", "soon-gone")
                    .put("providerId", "oidc")
                    .put("enabled", true);
            provider.putObject("config")
                    .put("clientId", "atrium")
                    .put("authorizationUrl", "https://gone.example/authorize")
                    .put("tokenUrl", "https://gone.example/token");
            realm.admin().create("identity-provider/instances", provider);
            String step = realm.step("Atrium domain and credentials", "atrium-domain")
                    .path("id")
                    .asText();
            ObjectNode settings = Admin.JSON.createObjectNode().put("alias", "rules");
            settings.putObject("config")
                    .put("atrium.login-rules", "[{\"key\": \"gone.example\", \"value\": \"idp:soon-gone\"}]");
            String config = realm.admin().create("authentication/executions/" + step + "/config", settings);
            assertThat(realm.subjects("sign-in-rule")).isEmpty();

            realm.gone("identity-provider/instances/soon-gone");
            assertThat(cause("sign-in-rule", "Atrium browser"))
                    .isEqualTo("The row 'gone.example' names 'idp:soon-gone', but the realm has no identity provider"
                            + " 'soon-gone'.");

            realm.gone("authentication/config/" + config);
            assertThat(realm.subjects("sign-in-rule")).isEmpty();
        }
    }

    @Nested
    class Given_the_browser_flow {
        @Test
        void its_stages_must_not_stand_in_the_sub_flow_for_the_sign_in() {
            String step = realm.add("Atrium sign in", "atrium-profile");
            assertThat(cause("stage-place", "Atrium browser")).contains("in the sub-flow 'Atrium sign in'");

            realm.gone("authentication/executions/" + step);
            assertThat(realm.subjects("stage-place")).isEmpty();
        }

        @Test
        void its_steps_must_be_those_of_this_server() {
            try (WatchedRealm other = WatchedRealm.withoutAStep("sms-code")) {
                assertThat(other.finding("step-unknown", "Atrium browser")
                                .path("cause")
                                .asText())
                        .startsWith("The step 'sms-code' is none that this server has");

                other.replaceBrowserFlow("browser");
                assertThat(other.subjects("step-unknown")).isEmpty();
            }
        }

        @ParameterizedTest
        @CsvSource({
            "auth-otp-form, an authenticator app",
            "webauthn-authenticator, a security key",
            "auth-recovery-authn-code-form, recovery codes",
        })
        void it_must_ask_for_each_second_factor_that_people_can_set_up(String step, String words) {
            realm.require("Atrium second factor", step, "DISABLED");
            assertThat(cause("second-factor", "Atrium browser"))
                    .contains("'Atrium second factor' does not ask for " + words);

            realm.require("Atrium second factor", step, "ALTERNATIVE");
            assertThat(realm.subjects("second-factor")).isEmpty();
        }
    }

    @Nested
    class Given_a_project {
        @Test
        void it_must_have_a_FHIR_base_URL() {
            String id = realm.realm().project("no-url");
            assertThat(cause("fhir-base-url-missing", "no-url")).contains("server_error");

            giveUrl(id);
            assertThat(realm.subjects("fhir-base-url-missing")).isEmpty();
        }

        @Test
        void its_FHIR_base_URL_must_be_one_that_can_be_read() {
            assertThat(cause("project-setting", "broken")).contains("atrium.fhir-base-url", "'fhir.example.org'");

            giveUrl(realm.realm().projectId("broken"));
            assertThat(realm.subjects("project-setting")).isEmpty();
        }

        @Test
        void its_time_zone_must_be_one_that_is_known() {
            String id = realm.realm().project("far-away");
            ObjectNode organization = (ObjectNode) realm.admin().read("organizations/" + id);
            organization
                    .withObject("/attributes")
                    .putArray("atrium.mail.time-zone")
                    .add("Mars/Olympus");
            realm.changed("organizations/" + id, organization);
            assertThat(cause("project-setting", "far-away")).startsWith("atrium.mail.time-zone: Must be a time zone");

            organization
                    .withObject("/attributes")
                    .putArray("atrium.mail.time-zone")
                    .add("Europe/Berlin");
            realm.changed("organizations/" + id, organization);
            assertThat(realm.subjects("project-setting")).doesNotContain("far-away");
        }

        @Test
        void the_realm_must_have_organizations_on() {
            realm.set("organizationsEnabled", false);
            assertThat(realm.subjects("organizations-off")).containsExactly("");

            realm.set("organizationsEnabled", true);
            assertThat(realm.subjects("organizations-off")).isEmpty();
        }

        private void giveUrl(String id) {
            ObjectNode organization = (ObjectNode) realm.admin().read("organizations/" + id);
            organization
                    .withObject("/attributes")
                    .putArray("atrium.fhir-base-url")
                    .add("https://fhir.example.org/r4");
            realm.changed("organizations/" + id, organization);
        }
    }

    @Nested
    class Given_an_app_that_may_request_SMART_scopes {
        @Test
        void something_must_have_it_use_S256() {
            String uuid = client("no-pkce");
            assertThat(cause("client-without-pkce", "no-pkce")).contains("S256");

            attribute(uuid, "pkce.code.challenge.method", "S256");
            assertThat(realm.subjects("client-without-pkce")).doesNotContain("no-pkce");
            realm.gone("clients/" + uuid);
        }

        @Test
        void a_policy_that_it_names_must_be_there() {
            String uuid = client("names-policy");
            attribute(uuid, "atrium.access-policy", "not-there");
            assertThat(cause("client-policy-unknown", "names-policy")).contains("'not-there'");

            realm.realm().policy("Not-there", "user/*.rs");
            assertThat(realm.subjects("client-policy-unknown")).isEmpty();
            assertThat(realm.subjects("policy-unused")).doesNotContain("Not-there");
            realm.gone("clients/" + uuid);
        }

        private String client(String clientId) {
            ObjectNode client =
                    Admin.JSON.createObjectNode().put("clientId", clientId).put("publicClient", true);
            client.putArray("redirectUris").add("https://app.example.org/callback");
            client.putArray("optionalClientScopes").add("patient/*.cruds");
            return realm.admin().create("clients", client);
        }

        private void attribute(String uuid, String name, String value) {
            ObjectNode client = (ObjectNode) realm.admin().read("clients/" + uuid);
            client.withObject("/attributes").put(name, value);
            realm.changed("clients/" + uuid, client);
        }
    }

    @Nested
    class Given_people_and_access_policies {
        private static final Pattern NUMBER = Pattern.compile("^(\\d+) members");

        @Test
        void a_policy_that_nobody_has_is_a_hint() {
            String policy = realm.realm().policy("idle", "user/*.rs");
            JsonNode found = realm.finding("policy-unused", "idle");
            assertThat(found.path("severity").asText()).isEqualTo("hint");

            realm.realm().membership(TestRealm.membershipBody("riverside", "alice", "Practitioner/1", "idle"));
            assertThat(realm.subjects("policy-unused")).doesNotContain("idle");
            assertThat(policy).isNotEmpty();
        }

        @Test
        void members_of_an_organization_without_membership_are_counted() {
            int before = without();

            realm.realm().membership(TestRealm.membershipBody("riverside", "bob", "Practitioner/2", policy()));

            assertThat(without()).isEqualTo(before - 1);
        }

        private String policy() {
            realm.realm().policy("of-bob", "user/*.rs");
            return "of-bob";
        }

        private int without() {
            Matcher number = NUMBER.matcher(cause("member-without-policy", ""));
            assertThat(number.find()).isTrue();
            return Integer.parseInt(number.group(1));
        }
    }

    @Nested
    class Given_the_mail_server {
        @Test
        void there_must_be_one() {
            realm.mailServer(0);
            assertThat(cause("mail-server-missing", "")).contains("are not sent");

            realm.mailServer(25);
            assertThat(realm.subjects("mail-server-missing")).isEmpty();
        }

        @Test
        void it_is_asked_if_somebody_wants_to_know() throws IOException {
            int closed = AtriumServer.freePort();
            realm.mailServer(closed);
            assertThat(unreachable("atrium/health")).isFalse();
            assertThat(unreachable("atrium/health?mailServer=true")).isTrue();

            try (MailServer server = MailServer.start()) {
                realm.mailServer(server.port());
                assertThat(unreachable("atrium/health?mailServer=true")).isFalse();
            }
        }

        private boolean unreachable(String path) {
            return realm.admin()
                    .read(path)
                    .path("findings")
                    .findValuesAsText("id")
                    .contains("mail-server-unreachable");
        }
    }

    @Nested
    class Given_a_realm_without_Atrium {
        @Test
        void says_just_that_and_that_it_is_well() {
            JsonNode health = AdminRest.of("lakeside-idp").read("atrium/health");

            assertThat(health.path("healthy").asBoolean()).isTrue();
            assertThat(health.path("findings").findValuesAsText("id")).containsExactly("not-set-up");
        }
    }

    @Nested
    class Given_an_administrator {
        @Test
        void who_may_view_the_realm_is_told() {
            assertThat(realm.realm()
                            .adminWith("view-realm")
                            .read("atrium/health")
                            .has("findings"))
                    .isTrue();
        }

        @Test
        void who_may_not_is_told_nothing() {
            assertThat(Refusal.of(realm.realm().adminWith("view-users").get("atrium/health")))
                    .isEqualTo(new Refusal(403, "forbidden", ""));
            assertThat(AdminRest.withoutToken(realm.realm().name())
                            .get("atrium/health")
                            .status())
                    .isEqualTo(401);
        }

        @Test
        void a_question_that_is_not_known_is_refused() {
            assertThat(realm.admin().get("atrium/health?mailServer=maybe").status())
                    .isEqualTo(400);
            assertThat(realm.admin().get("atrium/health?mail=true").status()).isEqualTo(400);
        }
    }

    private String cause(String id, String subject) {
        JsonNode finding = realm.finding(id, subject);
        assertThat(finding.path("cure").asText()).isNotBlank();
        assertThat(finding.path("docs").asText()).startsWith("docs/");
        return finding.path("cause").asText();
    }
}
