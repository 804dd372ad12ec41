package dev.atrium.tests.login.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.store.TestPostgres;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.OwnServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * A client that may exchange a token of an identity provider for one of the realm (Keycloak's token exchange, version 1, a preview) is no
 * way around the rule for a domain.
 */
@Tag("own")
@TestInstance(Lifecycle.PER_CLASS)
class ExternalTokenIT {
    private static final String EXCHANGER = "exchanger";

    private OwnServer server;
    private RuledRealm realm;

    @BeforeAll
    void a_server_with_the_preview() {
        server = OwnServer.on(
                TestPostgres.start(), Map.of("KC_FEATURES", "token-exchange:v1,admin-fine-grained-authz:v1"));
        AtriumServer.isAt(server.baseUrl());
        realm = new RuledRealm("clinic.example = idp:clinic");
        ObjectNode client = Admin.JSON
                .createObjectNode()
                .put("clientId", EXCHANGER)
                .put("secret", "secret")
                .put("publicClient", false);
        String exchanger = realm.admin().create("clients", client);
        mayExchange(exchanger, "clinic");
        mayExchange(exchanger, "google");
    }

    @AfterAll
    void gone() {
        server.close();
    }

    @Test
    void another_provider_than_that_of_the_domain_gives_none() {
        String email = RuledRealm.address("clinic.example");
        realm.google.says(Identity.verified(email));

        Answer refused = exchanges("google");

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.text("access_token")).isEmpty();
    }

    @Test
    void that_of_the_domain_gives_one() {
        realm.clinic.says(Identity.verified(RuledRealm.address("clinic.example")));

        Answer answer = exchanges("clinic");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void any_gives_one_where_no_rule_is() {
        realm.google.says(Identity.verified(RuledRealm.address("free.example")));

        Answer answer = exchanges("google");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Answer exchanges(String provider) {
        return Answer.post(
                server.baseUrl().resolve("/realms/" + realm.name() + "/protocol/openid-connect/token"),
                App.query(Map.of(
                        "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                        "client_id", EXCHANGER,
                        "client_secret", "secret",
                        "subject_token", "access",
                        "subject_token_type", "urn:ietf:params:oauth:token-type:access_token",
                        "subject_issuer", provider,
                        "scope", "openid")));
    }

    /** As docs of Keycloak have an administrator do it: a permission of the provider, and a policy for the client. */
    private void mayExchange(String client, String provider) {
        Answer permissions = realm.admin()
                .put(
                        "identity-provider/instances/" + provider + "/management/permissions",
                        Admin.JSON.createObjectNode().put("enabled", true));
        assertThat(permissions.status()).as(permissions.body()).isEqualTo(200);
        String permission =
                permissions.json().at("/scopePermissions/token-exchange").asText();
        String authz = "clients/"
                + realm.admin().list("clients?clientId=realm-management", "id").get(0) + "/authz/resource-server/";
        ObjectNode policy = Admin.JSON
                .createObjectNode()
                .put("name", EXCHANGER + " at " + provider)
                .put("type", "client")
                .put("logic", "POSITIVE");
        policy.putArray("clients").add(client);
        Answer made = realm.admin().post(authz + "policy/client", policy);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        JsonNode now = realm.admin().read(authz + "permission/scope/" + permission);
        ((ObjectNode) now).putArray("policies").add(made.json().path("id").asText());
        assertThat(realm.admin()
                        .put(authz + "permission/scope/" + permission, now)
                        .status())
                .isEqualTo(201);
    }
}
