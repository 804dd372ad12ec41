package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People are welcomed to their first project, and told of further ones. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class MembershipMailsIT {
    private final Correspondence realm = new Correspondence();

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_somebody_without_a_membership {
        @Test
        void a_first_one_is_a_reason_to_welcome_them() {
            realm.person("ann");
            realm.joins("ann", "study");

            ReceivedMail mail = realm.first("ann");
            assertThat(mail.subject()).isEqualTo("Welcome to Diabetes Study");
            assertThat(mail.text()).contains("Hello Ann Berg,").contains("Your role: Health professional");
            assertThat(mail.html()).contains("<h1").contains("Welcome to Diabetes Study");
        }

        @Test
        void the_mail_says_who_invited_them_and_as_what() {
            realm.person("ann");
            realm.person(
                    "mara",
                    Admin.JSON.createObjectNode().put("firstName", "Mara").put("lastName", "Okafor"));
            realm.realm.membership(
                    realm.membership("ann", "study").put("invitedBy", "mara").put("label", "Night shift"));

            assertThat(realm.first("ann").text())
                    .contains("Mara Okafor has given you access to Diabetes Study.")
                    .contains("Health professional – Night shift");
        }

        @Test
        void the_mail_leads_those_without_a_way_to_sign_in_to_one() {
            realm.person("ann");
            realm.joins("ann", "study");

            ReceivedMail mail = realm.first("ann");
            assertThat(mail.text())
                    .contains("Please choose one now.")
                    .contains("This link works only once and expires on ");
            assertThat(setPassword(mail).address().getPath()).endsWith("/account/");
        }

        @Test
        void that_an_identity_provider_speaks_for_others_is_no_way_to_sign_in() {
            identityProviderOf("other.example");
            realm.person("ann", Admin.JSON.createObjectNode().put("email", "ann@study.example"));
            realm.joins("ann", "study");

            ReceivedMail mail = realm.mails.await("ann@study.example");
            assertThat(setPassword(mail).address().getPath()).endsWith("/account/");
        }

        @Test
        void that_an_identity_provider_speaks_for_them_is_one() {
            identityProviderOf("study.example");
            realm.person("ann", Admin.JSON.createObjectNode().put("email", "ann@study.example"));
            realm.joins("ann", "study");

            assertThat(realm.mails.await("ann@study.example").text()).contains("You can sign in right away.");
        }

        /** Links a provider to the project, which has two domains, for one of them. */
        private void identityProviderOf(String domain) {
            ObjectNode project = (ObjectNode) realm.admin().read("organizations/" + realm.study);
            project.withArrayProperty("domains").addObject().put("name", "other.example");
            realm.change("organizations/" + realm.study, project);
            ObjectNode provider =
                    Admin.JSON.createObjectNode().put("alias", "study-sso").put("providerId", "oidc");
            provider.putObject("config")
                    .put("clientId", "atrium")
                    .put("clientSecret", "atrium")
                    .put("authorizationUrl", "https://sso.example/authorize")
                    .put("tokenUrl", "https://sso.example/token")
                    .put("kc.org.domain", domain);
            assertThat(realm.admin()
                            .post("identity-provider/instances", provider)
                            .status())
                    .isEqualTo(201);
            assertThat(realm.admin()
                            .post("organizations/" + realm.study + "/identity-providers", "study-sso")
                            .status())
                    .isEqualTo(204);
        }

        @Test
        void the_link_works_once() {
            realm.person("ann");
            realm.joins("ann", "study");

            ReceivedMail mail = realm.first("ann");
            setPassword(mail);
            Page again = new Browser().open(URI.create(mail.link()));
            assertThat(again.status()).isEqualTo(410);
            assertThat(again.html().select("form")).isEmpty();
        }

        @Test
        void the_mail_leads_those_with_a_password_to_where_they_sign_in() {
            realm.realm.user("ann");
            realm.joins("ann", "study");

            ReceivedMail mail = realm.first("ann");
            assertThat(mail.text()).contains("You can sign in right away.");
            assertThat(mail.link()).endsWith("/realms/" + realm.realm.name() + "/account/");
        }

        @Test
        void the_mail_leads_to_where_the_project_is_at_home() {
            realm.realm.user("ann");
            ObjectNode project = (ObjectNode) realm.admin().read("organizations/" + realm.study);
            realm.change("organizations/" + realm.study, project.put("redirectUrl", "https://study.example/start"));
            realm.joins("ann", "study");

            assertThat(realm.first("ann").link()).isEqualTo("https://study.example/start");
        }

        /** Keycloak itself refuses javascript: and its like, but takes this. */
        @Test
        void the_mail_leads_to_web_pages_only() {
            realm.realm.user("ann");
            ObjectNode account =
                    (ObjectNode) realm.admin().read("clients?clientId=account").path(0);
            realm.change("clients/" + account.path("id").asText(), account.put("baseUrl", "ftp://files.example/"));
            realm.joins("ann", "study");

            ReceivedMail mail = realm.first("ann");
            assertThat(mail.text()).doesNotContain("ftp:");
            assertThat(mail.link()).endsWith("/realms/" + realm.realm.name());
        }
    }

    @Nested
    class Given_somebody_with_a_membership {
        @Test
        void a_further_one_is_told_without_a_welcome() {
            realm.person("ann");
            realm.joins("ann", "study");
            realm.first("ann");
            realm.joins("ann", "clinic");

            ReceivedMail mail = realm.next("ann", 1);
            assertThat(mail.subject()).isEqualTo("You have been added to Hill Clinic");
            assertThat(mail.text()).doesNotContain("/login-actions/").contains("Sign in as usual.");
        }
    }

    @Nested
    class Given_somebody_whom_no_mail_can_reach {
        @Test
        void the_disabled_get_none() {
            realm.person("ann", Admin.JSON.createObjectNode().put("enabled", false));
            realm.joins("ann", "study");
            assertThat(realm.subjectsTo("ann")).isEmpty();
        }

        @Test
        void those_without_an_address_join_all_the_same() {
            realm.person("ann", Admin.JSON.createObjectNode().putNull("email"));
            assertThat(realm.joins("ann", "study")).isNotBlank();
        }
    }

    @Nested
    class Given_a_change_that_fails {
        @Test
        void nothing_is_sent_for_a_membership_that_there_is_already() {
            realm.person("ann");
            realm.joins("ann", "study");
            int status = realm.admin()
                    .post("atrium/memberships", realm.membership("ann", "study"))
                    .status();

            assertThat(status).isEqualTo(409);
            assertThat(realm.subjectsTo("ann")).containsExactly("Welcome to Diabetes Study");
        }
    }

    private static Page setPassword(ReceivedMail mail) {
        return new Browser()
                .open(URI.create(mail.link()))
                .submit("atrium-link", Map.of(), "send")
                .submit(
                        "kc-passwd-update-form",
                        Map.of(
                                "password-new", List.of(Admin.PASSWORD),
                                "password-confirm", List.of(Admin.PASSWORD)),
                        "");
    }
}
