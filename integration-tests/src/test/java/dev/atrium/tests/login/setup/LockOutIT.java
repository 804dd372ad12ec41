package dev.atrium.tests.login.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A setup counts who could no longer sign in as they do, and does nothing unless that is wanted. */
@ExtendWith(AtriumServer.class)
class LockOutIT {
    private static final String ACCEPTED = "{ \"acceptLockOut\": true }";

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class Given_a_realm_of_addresses_with_somebody_who_has_none {
        private HandmadeRealm realm;
        private JsonNode before;
        private JsonNode planned;
        private Answer refused;
        private JsonNode after;
        private JsonNode accepted;

        @BeforeAll
        void planned_refused_and_accepted() {
            realm = HandmadeRealm.create();
            realm.admin()
                    .create(
                            "users",
                            Admin.JSON
                                    .createObjectNode()
                                    .put("username", "porter")
                                    .put("enabled", true));
            assertThat(realm.admin()
                            .put("", Admin.JSON.createObjectNode().put("registrationEmailAsUsername", true))
                            .status())
                    .isEqualTo(204);
            before = realm.export();
            planned = realm.setUp("{}", "?dryRun=true").json();
            refused = realm.setUp("{}", "");
            after = realm.export();
            accepted = realm.setUp(ACCEPTED);
        }

        @AfterAll
        void gone() {
            realm.close();
        }

        @Test
        void is_refused_with_their_number_and_what_to_do() {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("error")).isEqualTo("setup_refused");
            assertThat(refused.text("message"))
                    .startsWith(
                            "Nothing was changed. 1 person has no e-mail address, and this realm takes only addresses")
                    .endsWith("If that is wanted, send \"acceptLockOut\": true.");
        }

        @Test
        void is_as_it_was() {
            assertThat(after).isEqualTo(before);
        }

        @Test
        void is_told_of_it_in_a_dry_run() {
            assertThat(HandmadeRealm.texts(planned, "obstacles")).hasSize(1);
        }

        @Test
        void is_set_up_where_that_is_wanted() {
            assertThat(HandmadeRealm.texts(accepted, "remarks"))
                    .anyMatch(sentence -> sentence.startsWith("1 person has no e-mail address"));
        }
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class Given_an_organization_with_a_provider_and_somebody_of_its_domain_with_a_password {
        private static final String PROVIDER = "identity-provider/instances/" + HandmadeRealm.PROVIDER;

        private HandmadeRealm realm;
        private JsonNode before;
        private Answer refused;
        private JsonNode done;

        @BeforeAll
        void linked_to_an_organization_and_set_up() {
            realm = HandmadeRealm.create();
            realm.admin().put("", Admin.JSON.createObjectNode().put("organizationsEnabled", true));
            link();
            before = realm.export();
            refused = realm.setUp("{}", "");
            done = realm.setUp(ACCEPTED);
        }

        @AfterAll
        void gone() {
            realm.close();
        }

        @Test
        void is_refused_with_their_number() {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("message"))
                    .contains(
                            "2 people have a password or a passkey and would have to sign in with the identity provider");
        }

        @Test
        void gives_the_provider_its_flows() {
            assertThat(HandmadeRealm.texts(done, "changes"))
                    .contains(
                            "Set the first login flow of the identity provider 'google-like' to 'Atrium first broker login'.",
                            "Set the post login flow of the identity provider 'google-like' to 'Atrium post broker'.");
            realm.provider().says(Identity.verified("new@example.org"));
            assertThat(realm.open(App.PLAIN.clientId(), "openid", Map.of())
                            .email("new@example.org")
                            .callback())
                    .containsKey("code");
        }

        @Test
        void is_as_it_was_when_that_is_undone() {
            realm.undo();

            JsonNode after = realm.export();
            realm.setUp(ACCEPTED);
            assertThat(after).isEqualTo(before);
        }

        private void link() {
            ObjectNode organization = Admin.JSON
                    .createObjectNode()
                    .put("name", "Hospital")
                    .put("alias", "hospital")
                    .put("enabled", true);
            organization.putArray("domains").addObject().put("name", "example.org");
            String id = realm.admin().create("organizations", organization);
            assertThat(realm.admin()
                            .send(
                                    "POST",
                                    "organizations/" + id + "/identity-providers",
                                    "application/json",
                                    BodyPublishers.ofString(HandmadeRealm.PROVIDER))
                            .status())
                    .isEqualTo(204);
            ObjectNode provider = (ObjectNode) realm.admin().read(PROVIDER);
            provider.withObject("/config").put("kc.org.domain", "example.org");
            assertThat(realm.admin().put(PROVIDER, provider).status()).isEqualTo(204);
        }
    }
}
