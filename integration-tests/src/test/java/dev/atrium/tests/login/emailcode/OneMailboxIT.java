package dev.atrium.tests.login.emailcode;

import static dev.atrium.tests.login.emailcode.CodeRealm.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A code by e-mail and a password that a mail can set are what one mailbox gives. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class OneMailboxIT {
    private CodeRealm realm;

    @BeforeAll
    void a_project_that_asks_for_a_password_and_a_second_factor() {
        realm = new CodeRealm();
        realm.realm.policy("reader", "user/*.rs");
        String path = "organizations/" + realm.realm.project("strict");
        ObjectNode project = (ObjectNode) realm.admin().read(path);
        ObjectNode attributes = project.withObject("/attributes");
        attributes.putArray("atrium.fhir-base-url").add("http://localhost:8090/fhir/strict");
        attributes.putArray("atrium.required-methods").add("password");
        attributes.putArray("atrium.mfa-required").add("true");
        assertThat(realm.admin().put(path, project).status()).isEqualTo(204);
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_sign_in_by_a_code_and_then_a_password {
        @Test
        void has_one_factor_where_a_mail_can_set_the_password() {
            assertThat(signsIn(true).title()).isEqualTo("Set up a second step for signing in");
        }

        @Test
        void has_two_where_none_can() {
            assertThat(signsIn(false).callback()).containsKey("code");
        }
    }

    private Page signsIn(boolean byMail) {
        ObjectNode setting = Admin.JSON.createObjectNode().put("resetPasswordAllowed", byMail);
        assertThat(realm.admin().put("", setting).status()).isEqualTo(204);
        String email = person();
        Page choice = new Browser()
                .open(realm.here(App.PORTAL.authorizationUrl("openid fhirUser user/*.rs", Map.of())))
                .email(email);
        URI chosen = URI.create(
                choice.html().select("form:has([name=method])").first().absUrl("action"));
        Page asked = choice.browser().post(chosen, Map.of("method", List.of("email-code")));
        String code = realm.code(email);
        joins(email);
        Page ways = type(asked, code);
        Page password = ways.submit("atrium-ways", Map.of("way", List.of("password")), "none");
        return password.submit("atrium-factor", Map.of("typed", List.of(Admin.PASSWORD)), "continue");
    }

    private String person() {
        return realm.person(user -> {
            String address = user.path("email").asText().replace("example.org", "two.example");
            user.put("email", address).put("username", address);
        });
    }

    private void joins(String email) {
        realm.realm.membership(
                TestRealm.membershipBody("strict", email, "Practitioner/" + UUID.randomUUID(), "reader"));
    }
}
