package dev.atrium.tests.stages;

import static dev.atrium.tests.stages.Visitor.atHome;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever came through the identity provider of their domain is let in. */
@ExtendWith(AtriumServer.class)
class CameFromHomeIT {
    private final Admin admin = Admin.ofRealm();
    private final Lakeside lakeside = Lakeside.of(admin);

    @Nested
    class Given_a_provider_whose_people_are_known_by_another_id_than_it_gives_them {
        private final String alias = "mapped-" + UUID.randomUUID();
        private final String email = Lakeside.someAddress();

        @BeforeEach
        void provider() {
            String secret = "secret-" + UUID.randomUUID();
            String client = clientThere(secret);
            ObjectNode provider = (ObjectNode) admin.read("identity-provider/instances/" + Lakeside.ALIAS);
            provider.remove("internalId");
            provider.remove("organizationId");
            ObjectNode config = (ObjectNode) provider.put("alias", alias).path("config");
            config.put("clientId", client).put("clientSecret", secret).remove("kc.org.domain");
            admin.created("identity-provider/instances", provider);
            admin.created("identity-provider/instances/" + alias + "/mappers", otherIds());
            String project = admin.read("organizations?search=lakeside.example&exact=true")
                    .path(0)
                    .path("id")
                    .asText();
            assertThat(admin.send("POST", "organizations/" + project + "/identity-providers", alias)
                            .statusCode())
                    .isEqualTo(204);
            lakeside.accountThere(email, account -> {});
        }

        @AfterEach
        void gone() {
            admin.delete("identity-provider/instances/" + alias);
        }

        @Test
        void lets_them_in_the_first_time() {
            assertThat(signsIn().callback()).containsKey("code");
        }

        @Test
        void lets_them_in_the_second_time() {
            signsIn();

            assertThat(signsIn().callback()).containsKey("code");
        }

        private Page signsIn() {
            return atHome(App.PLAIN.authorize(new Browser(), "openid", Map.of("kc_idp_hint", alias)), email);
        }

        private String clientThere(String secret) {
            ObjectNode client = Admin.JSON
                    .createObjectNode()
                    .put("clientId", alias)
                    .put("secret", secret)
                    .put("fullScopeAllowed", false);
            client.putArray("redirectUris").add("*");
            lakeside.identityProvider().created("clients", client);
            return alias;
        }

        private ObjectNode otherIds() {
            ObjectNode mapper = Admin.JSON
                    .createObjectNode()
                    .put("name", "other ids")
                    .put("identityProviderAlias", alias)
                    .put("identityProviderMapper", "oidc-username-idp-mapper");
            mapper.putObject("config")
                    .put("template", "employee-${CLAIM.preferred_username}")
                    .put("target", "BROKER_ID")
                    .put("syncMode", "INHERIT");
            return mapper;
        }
    }

    @Nested
    class Given_a_person_who_is_signed_in_and_since_then_was_on_a_page_outside_any_app {
        private final TestUser person = lakeside.practitioner();
        private final Visitor visitor = Visitor.of(person);

        @BeforeEach
        void leavesTheApp() {
            visitor.signsInAtHome(App.PLAIN, "openid");
            signsOutThere();
            visitor.browser().open(App.realm("/login-actions/reset-credentials?client_id=plain-oidc"));
        }

        @Test
        void is_signed_in_still() {
            assertThat(visitor.returns(App.PLAIN, "openid").callback()).containsKey("code");
        }

        /** Otherwise the page, which leads there, would bring them back signed in anew. */
        private void signsOutThere() {
            Admin there = lakeside.identityProvider();
            String id = there.read("users?exact=true&email=" + person.email())
                    .path(0)
                    .path("id")
                    .asText();
            there.send("POST", "users/" + id + "/logout", "");
        }
    }
}
