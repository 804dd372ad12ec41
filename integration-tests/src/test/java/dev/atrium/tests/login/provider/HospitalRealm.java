package dev.atrium.tests.login.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A hospital's provider: a realm of the same server that says of its people what another product says. */
record HospitalRealm(TestRealm realm) implements AutoCloseable {
    static final String CLIENT = "atrium";
    static final String SECRET = "the-secret-of-atrium";

    static HospitalRealm create() {
        return new HospitalRealm(TestRealm.create());
    }

    String issuer() {
        return AtriumServer.baseUrl().resolve("/realms/" + realm.name()).toString();
    }

    /** The entry with the addresses of this provider: all that differs between two tenants. */
    ReadyEntry tenantOf(ReadyEntry entry) {
        String endpoint = issuer() + "/protocol/openid-connect";
        return entry.filledIn(config -> {
            Map.of(
                            "issuer", issuer(),
                            "authorizationUrl", endpoint + "/auth",
                            "tokenUrl", endpoint + "/token",
                            "userInfoUrl", endpoint + "/userinfo",
                            "jwksUrl", endpoint + "/certs",
                            "logoutUrl", endpoint + "/logout")
                    .forEach((setting, value) -> {
                        if (config.has(setting)) {
                            config.put(setting, value);
                        }
                    });
            config.put("clientId", CLIENT).put("clientSecret", SECRET);
        });
    }

    /** A client as the provider's console makes it, with these claims for everybody. */
    void oidcClient(String redirectUri, Map<String, String> claims) {
        ObjectNode client = Admin.JSON
                .createObjectNode()
                .put("clientId", CLIENT)
                .put("secret", SECRET)
                .put("standardFlowEnabled", true);
        client.putArray("redirectUris").add(redirectUri);
        client.putObject("attributes").put("pkce.code.challenge.method", "S256");
        ArrayNode mappers = client.putArray("protocolMappers");
        claims.forEach((name, value) -> mappers.addObject()
                .put("name", name)
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-hardcoded-claim-mapper")
                .putObject("config")
                .put("claim.name", name)
                .put("claim.value", value)
                .put("id.token.claim", "true"));
        realm.admin().create("clients", client);
    }

    /** Entra ID says nothing of whether an address is verified. */
    void saysNothingOfVerifiedAddresses() {
        JsonNode scope = named(realm.admin().read("client-scopes"), "email");
        JsonNode mapper = named(scope.path("protocolMappers"), "email verified");
        String path = "client-scopes/" + scope.path("id").asText() + "/protocol-mappers/models/";
        assertThat(realm.admin().delete(path + mapper.path("id").asText()).status())
                .isEqualTo(204);
    }

    void person(String email) {
        ObjectNode user = Admin.JSON
                .createObjectNode()
                .put("username", email)
                .put("email", email)
                .put("emailVerified", true)
                .put("firstName", "Maria")
                .put("lastName", "Meier")
                .put("enabled", true);
        user.putArray("credentials").addObject().put("type", "password").put("value", Admin.PASSWORD);
        realm.admin().create("users", user);
    }

    private static JsonNode named(JsonNode all, String name) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        realm.close();
    }
}
