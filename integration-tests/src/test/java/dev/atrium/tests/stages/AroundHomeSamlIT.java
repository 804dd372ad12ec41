package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.MailServer;
import dev.atrium.tests.server.AtriumServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app may speak SAML, and hears then in SAML that there was no way around the identity provider of a domain. */
@ExtendWith(AtriumServer.class)
class AroundHomeSamlIT {
    private static final String APP = "https://records.example/saml";

    private final MailServer mails = MailServer.start();
    private final TestRealm realm = TestRealm.delivered().mailsTo(mails);
    private final Browser browser = new Browser();

    @AfterEach
    void gone() {
        realm.close();
        mails.close();
    }

    @Nested
    class Given_a_person_of_such_a_domain_with_the_link_of_a_mail {
        private final String email = "person-" + UUID.randomUUID() + "@lakeside.example";

        @BeforeEach
        void has_an_account() {
            realm.admin().create("clients", app());
            realm.admin()
                    .create(
                            "users",
                            Admin.JSON
                                    .createObjectNode()
                                    .put("username", email)
                                    .put("email", email)
                                    .put("enabled", true));
        }

        @Test
        void the_button_back_to_the_app_brings_it_the_refusal() {
            Page password = browser.open(request()).email("somebody@example.org");
            browser.open(URI.create(
                            password.html().select("a[href*=reset-credentials]").attr("abs:href")))
                    .submit("kc-reset-password-form", Map.of("username", List.of(email)), "");

            Page refused = browser.open(URI.create(mails.await(email).link()));

            assertThat(inflated(refused.back().callback().get("SAMLResponse")))
                    .contains("urn:oasis:names:tc:SAML:2.0:status:RequestDenied")
                    .doesNotContain("Assertion ");
        }
    }

    private static ObjectNode app() {
        ObjectNode client = Admin.JSON.createObjectNode().put("clientId", APP).put("protocol", "saml");
        client.putArray("redirectUris").add(Browser.CALLBACK);
        client.putObject("attributes")
                .put("saml.client.signature", "false")
                .put("saml.server.signature", "false")
                .put("saml.force.post.binding", "false");
        return client;
    }

    private URI request() {
        String request =
                """
                <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_%s" Version="2.0"
                  IssueInstant="%s" AssertionConsumerServiceURL="%s"
                  ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
                  ><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml:Issuer></samlp:AuthnRequest>
                """.formatted(UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.SECONDS), Browser.CALLBACK, APP);
        return AtriumServer.baseUrl()
                .resolve("/realms/" + realm.name() + "/protocol/saml?SAMLRequest="
                        + URLEncoder.encode(deflated(request), StandardCharsets.UTF_8));
    }

    /** SAML 2.0 Bindings, section 3.4.4.1. */
    private static String deflated(String xml) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater =
                new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            deflater.write(xml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String inflated(String message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InflaterOutputStream inflater = new InflaterOutputStream(bytes, new Inflater(true))) {
            inflater.write(Base64.getDecoder().decode(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
