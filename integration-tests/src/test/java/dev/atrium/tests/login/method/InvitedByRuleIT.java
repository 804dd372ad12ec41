package dev.atrium.tests.login.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestInvitation;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
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

/** Who is invited and has no account yet signs in by the rule for their domain, be it an organization's or not. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class InvitedByRuleIT {
    private static final String PASSWORD = "a-first-password-of-theirs";

    private RuledRealm realm;

    @BeforeAll
    void a_project_with_a_provider() {
        realm = new RuledRealm("ward.example = idp:google password", "patients.example = idp:clinic");
        realm.realm().policy("reader", "user/*.rs");
        String ward = realm.realm().project("ward");
        assertThat(realm.admin()
                        .send(
                                "POST",
                                "organizations/" + ward + "/identity-providers",
                                "application/json",
                                BodyPublishers.ofString("google"))
                        .status())
                .isEqualTo(204);
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_domain_that_only_a_rule_sends_to_a_provider {
        private final String email = RuledRealm.address("patients.example");

        @Test
        void they_are_sent_there_and_asked_for_no_password_here() {
            JsonNode invited = invited(email);
            realm.clinic.says(Identity.verified(email));
            Page page = accept(invited);
            assertThat(page.html().select("input[type=password]"))
                    .as(page.text())
                    .isEmpty();
            assertThat(state(invited)).isEqualTo("accepted");
            assertThat(realm.links(person(email)).findValuesAsText("identityProvider"))
                    .containsExactly("clinic");
        }
    }

    @Nested
    class Given_a_rule_with_a_password_beside_the_organizations_provider {
        private final String email = RuledRealm.address("ward.example");

        @Test
        void they_can_choose_a_password() {
            JsonNode invited = invited(email);
            accept(invited)
                    .submit(
                            "kc-passwd-update-form",
                            Map.of("password-new", List.of(PASSWORD), "password-confirm", List.of(PASSWORD)),
                            "login");
            assertThat(state(invited)).isEqualTo("accepted");
            assertThat(realm.asks(new Browser()).email(email).methods())
                    .containsExactlyInAnyOrder("idp:google", "password");
        }
    }

    private JsonNode invited(String email) {
        ObjectNode invitation = TestInvitation.forOneDay()
                .put("email", email)
                .put("project", "ward")
                .put("profile", "Practitioner/" + UUID.randomUUID())
                .put("policy", "reader");
        return Admin.parse(realm.admin().post("atrium/invitations", invitation).body());
    }

    private static Page accept(JsonNode invited) {
        return new Browser().open(URI.create(invited.path("link").asText())).submit("atrium-link", Map.of(), "send");
    }

    private String person(String email) {
        return realm.admin()
                .read("users?exact=true&email=" + email)
                .path(0)
                .path("id")
                .asText();
    }

    private String state(JsonNode invited) {
        return realm.admin()
                .read("atrium/invitations/" + invited.path("id").asText())
                .path("state")
                .asText();
    }
}
