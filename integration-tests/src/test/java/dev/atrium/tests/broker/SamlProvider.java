package dev.atrium.tests.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** An organization of a test's own, whose people sign in at a SAML provider: another realm of the same server. */
final class SamlProvider implements AutoCloseable {
    private static final String NAMES = "saml-user-attribute-idp-mapper";

    private final Admin admin = Admin.ofRealm();
    private final TestRealm there = TestRealm.create();
    private final String alias = "saml-" + UUID.randomUUID().toString().substring(0, 8);
    private final String organization;

    SamlProvider() {
        ObjectNode body = Admin.JSON
                .createObjectNode()
                .put("name", alias)
                .put("alias", alias)
                .put("enabled", true);
        body.putArray("domains").addObject().put("name", domain());
        organization = admin.created("organizations", body);
        there.admin().create("clients", client());
        admin.created("identity-provider/instances", provider());
        for (String name : List.of("firstName", "lastName")) {
            admin.created("identity-provider/instances/" + alias + "/mappers", importing(name));
        }
        assertThat(admin.send("POST", "organizations/" + organization + "/identity-providers", alias)
                        .statusCode())
                .isEqualTo(204);
    }

    String domain() {
        return alias + ".example";
    }

    /** Somebody there with this address; signs in by it, here. */
    Page signsIn(String email) {
        ObjectNode user = Admin.JSON
                .createObjectNode()
                .put("username", email)
                .put("email", email)
                .put("firstName", "Test")
                .put("lastName", "User")
                .put("enabled", true);
        user.putArray("credentials").addObject().put("type", "password").put("value", Admin.PASSWORD);
        there.admin().create("users", user);
        Page login = App.PLAIN
                .authorize(new Browser(), "openid", Map.of("kc_idp_hint", alias))
                .posted();
        return login.submit(
                        "kc-form-login",
                        Map.of("username", List.of(email), "password", List.of(Admin.PASSWORD)),
                        "login")
                .posted();
    }

    private ObjectNode client() {
        ObjectNode client = Admin.JSON
                .createObjectNode()
                .put("clientId", App.realm("").toString())
                .put("protocol", "saml")
                .put("enabled", true);
        client.putArray("redirectUris").add(App.realm("") + "/broker/*");
        client.putObject("attributes")
                .put("saml.assertion.signature", "true")
                .put("saml.server.signature", "true")
                .put("saml.client.signature", "false")
                .put("saml.force.post.binding", "true")
                .put("saml_force_name_id_format", "true")
                .put("saml_name_id_format", "email")
                .put("saml.authnstatement", "true");
        var mappers = client.putArray("protocolMappers");
        for (String name : List.of("firstName", "lastName")) {
            mappers.addObject()
                    .put("name", name)
                    .put("protocol", "saml")
                    .put("protocolMapper", "saml-user-property-mapper")
                    .putObject("config")
                    .put("user.attribute", name)
                    .put("attribute.name", name)
                    .put("attribute.nameformat", "Basic");
        }
        return client;
    }

    private ObjectNode provider() {
        String base = AtriumServer.baseUrl().resolve("/realms/" + there.name()).toString();
        ObjectNode provider = Admin.JSON
                .createObjectNode()
                .put("alias", alias)
                .put("providerId", "saml")
                .put("enabled", true)
                .put("trustEmail", true)
                .put("hideOnLogin", true)
                .put("firstBrokerLoginFlowAlias", "Atrium first broker login")
                .put("postBrokerLoginFlowAlias", "Atrium post broker");
        provider.putObject("config")
                .put("singleSignOnServiceUrl", base + "/protocol/saml")
                .put("idpEntityId", base)
                .put("entityId", App.realm("").toString())
                .put("postBindingResponse", "true")
                .put("postBindingAuthnRequest", "true")
                .put("nameIDPolicyFormat", "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress")
                .put("principalType", "SUBJECT")
                .put("validateSignature", "true")
                .put("signingCertificate", certificate())
                .put("wantAuthnRequestsSigned", "false")
                .put("syncMode", "FORCE");
        return provider;
    }

    private String certificate() {
        JsonNode keys = there.admin().read("keys").path("keys");
        return StreamSupport.stream(keys.spliterator(), false)
                .filter(key -> key.path("algorithm").asText().equals("RS256") && key.has("certificate"))
                .findFirst()
                .orElseThrow()
                .path("certificate")
                .asText();
    }

    private ObjectNode importing(String name) {
        ObjectNode mapper = Admin.JSON
                .createObjectNode()
                .put("name", name)
                .put("identityProviderAlias", alias)
                .put("identityProviderMapper", NAMES);
        mapper.putObject("config")
                .put("attribute.name", name)
                .put("user.attribute", name)
                .put("syncMode", "INHERIT");
        return mapper;
    }

    @Override
    public void close() {
        admin.delete("identity-provider/instances/" + alias);
        admin.delete("organizations/" + organization);
        there.close();
    }
}
