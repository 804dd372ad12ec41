package dev.atrium.tests.login.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A SAML provider, by its ready entry: its key is read from its metadata, its names are those of AD FS and Entra ID. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class SamlEntryIT {
    private static final Map<String, String> CLAIMS =
            Map.of("emailaddress", "email", "givenname", "firstName", "surname", "lastName");

    private HospitalRealm hospital;
    private AtriumRealm atrium;

    @BeforeAll
    void a_provider_and_a_realm_with_the_entry() {
        hospital = HospitalRealm.create();
        atrium = AtriumRealm.create();
        hospital.realm().admin().create("clients", client());
        atrium.usesAtHospital(ReadyEntry.of("saml")
                .filledIn(config -> config.put("entityId", atrium.address())
                        .put("idpEntityId", hospital.issuer())
                        .put("singleSignOnServiceUrl", hospital.issuer() + "/protocol/saml")
                        .put("metadataDescriptorUrl", hospital.issuer() + "/protocol/saml/descriptor")));
    }

    @AfterAll
    void gone() {
        atrium.close();
        hospital.close();
    }

    @Test
    void brings_name_and_address_and_the_address_as_the_user_name() {
        String email = "sam-" + UUID.randomUUID() + "@" + AtriumRealm.DOMAIN;
        hospital.person(email);

        Page end = atrium.signsIn(email, "openid");

        assertThat(end.callback()).as(end.text()).containsKey("code");
        assertThat(atrium.account(email).path("username").asText()).isEqualTo(email);
        assertThat(atrium.account(email).path("emailVerified").asBoolean()).isTrue();
        assertThat(atrium.account(email).path("firstName").asText()).isEqualTo("Maria");
    }

    @Test
    void is_not_believed_under_another_name() {
        String email = "mallory-" + UUID.randomUUID() + "@" + AtriumRealm.DOMAIN;
        hospital.person(email);
        entityId("https://another.example");

        Page refused = atrium.signsIn(email, "openid");

        entityId(hospital.issuer());
        assertThat(refused.isCallback()).isFalse();
        assertThat(atrium.account(email).isMissingNode()).isTrue();
    }

    private void entityId(String id) {
        atrium.changes("saml", provider -> ((ObjectNode) provider.path("config")).put("idpEntityId", id));
    }

    /** What the page asks the hospital's administrators for. */
    private ObjectNode client() {
        ObjectNode client = Admin.JSON
                .createObjectNode()
                .put("clientId", atrium.address())
                .put("protocol", "saml")
                .put("enabled", true);
        client.putArray("redirectUris").add(atrium.redirectUri("saml"));
        client.putObject("attributes")
                .put("saml.assertion.signature", "true")
                .put("saml.server.signature", "true")
                .put("saml.client.signature", "false")
                .put("saml.force.post.binding", "true")
                .put("saml.authnstatement", "true");
        ArrayNode mappers = client.putArray("protocolMappers");
        CLAIMS.forEach((claim, property) -> mappers.addObject()
                .put("name", claim)
                .put("protocol", "saml")
                .put("protocolMapper", "saml-user-property-mapper")
                .putObject("config")
                .put("user.attribute", property)
                .put("attribute.name", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/" + claim)
                .put("attribute.nameformat", "URI Reference"));
        return client;
    }
}
