package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose account was changed is told so, at the address they had before as well. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class SecurityNoticesIT {
    private static final String PASSKEY =
            "{\"aaguid\":\"00000000-0000-0000-0000-000000000000\",\"credentialId\":\"AA\",\"counter\":0,"
                    + "\"credentialPublicKey\":\"AA\"}";

    /** What Keycloak keeps of credentials, by type: the open and the secret half. */
    private static final Map<String, List<String>> CREDENTIALS = Map.of(
            "otp",
            List.of(
                    "{\"subType\":\"totp\",\"digits\":6,\"period\":30,\"algorithm\":\"HmacSHA1\"}",
                    "{\"value\":\"x\"}"),
            "webauthn-passwordless",
            List.of(PASSKEY, "{}"),
            "webauthn",
            List.of(PASSKEY, "{}"),
            "recovery-authn-codes",
            List.of(
                    "{\"hashIterations\":1,\"algorithm\":\"RS512\",\"remaining\":1,\"total\":1}",
                    "{\"codes\":[{\"number\":1,\"encodedHashedValue\":\"x\"}]}"));

    private final Correspondence realm = new Correspondence();

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_change_by_an_administrator {
        @Test
        void a_new_password_is_told() {
            String ann = realm.person("ann");
            realm.change(
                    "users/" + ann + "/reset-password",
                    Admin.JSON.createObjectNode().put("type", "password").put("value", "abc"));

            ReceivedMail mail = realm.first("ann");
            assertThat(mail.subject()).isEqualTo("A change to your account");
            assertThat(mail.text())
                    .contains("A new password was set for your account.")
                    .contains("This change was made by staff who look after the accounts.")
                    .contains(" UTC")
                    .doesNotContain("IP address");
        }

        @ParameterizedTest
        @CsvSource({
            "otp, An authenticator app was removed from your account.",
            "webauthn-passwordless, A passkey was removed from your account.",
            "webauthn, A passkey was removed from your account.",
            "recovery-authn-codes, The recovery codes were removed from your account."
        })
        void a_credential_that_was_removed_is_told(String type, String notice) {
            ObjectNode more = Admin.JSON.createObjectNode();
            more.putArray("credentials")
                    .addObject()
                    .put("type", type)
                    .put("credentialData", CREDENTIALS.get(type).get(0))
                    .put("secretData", CREDENTIALS.get(type).get(1));
            String ann = realm.person("ann", more);
            JsonNode credential =
                    realm.admin().read("users/" + ann + "/credentials").path(0);
            realm.admin()
                    .delete("users/" + ann + "/credentials/"
                            + credential.path("id").asText());

            assertThat(realm.first("ann").text()).contains(notice);
        }

        @Test
        void a_new_address_is_told_at_both() {
            String ann = realm.person("ann");
            realm.change("users/" + ann, Admin.JSON.createObjectNode().put("email", "anna@example.org"));

            assertThat(realm.first("ann").text())
                    .contains(
                            "The e-mail address of your account was changed. E-mails are no longer sent to ann@example.org.")
                    .doesNotContain("anna@example.org");
            assertThat(realm.first("anna").text())
                    .contains("The e-mail address of your account is now anna@example.org.");
        }

        @Test
        void nothing_is_told_when_the_change_failed() {
            realm.person("bob");
            String ann = realm.person("ann");
            int status = realm.admin()
                    .put("users/" + ann, Admin.JSON.createObjectNode().put("email", "bob@example.org"))
                    .status();

            assertThat(status).isEqualTo(409);
            assertThat(realm.subjectsTo("ann")).isEmpty();
        }

        @Test
        void nothing_is_told_of_a_change_that_is_none_of_these() {
            String ann = realm.person("ann");
            realm.change("users/" + ann, Admin.JSON.createObjectNode().put("lastName", "Bergmann"));
            assertThat(realm.subjectsTo("ann")).isEmpty();
        }

        @Test
        void a_membership_that_ended_is_told() {
            realm.person("ann");
            String membership = realm.joins("ann", "study");
            realm.first("ann");
            realm.admin().post("atrium/memberships/" + membership + "/deactivate");

            assertThat(realm.next("ann", 1).text()).contains("Your access to Diabetes Study has ended.");
        }

        @Test
        void a_membership_that_was_deleted_is_told() {
            realm.person("ann");
            String membership = realm.joins("ann", "study");
            realm.first("ann");
            realm.admin().delete("atrium/memberships/" + membership);

            assertThat(realm.next("ann", 1).text()).contains("Your access to Diabetes Study has ended.");
        }
    }

    @Nested
    class Given_a_change_by_the_person {
        @Test
        void a_new_password_is_told_once_with_whence_it_was_set() {
            Page form = asked("ann", "UPDATE_PASSWORD");
            form.submit(
                    "kc-passwd-update-form",
                    Map.of(
                            "password-new", List.of(Admin.PASSWORD),
                            "password-confirm", List.of(Admin.PASSWORD)),
                    "");

            assertThat(realm.next("ann", 1).text())
                    .contains("A new password was set for your account.")
                    .contains("IP address: ")
                    .contains("If this was not you, please tell the practice or hospital that invited you right away");
            assertThat(realm.subjectsTo("ann")).containsExactly("Update Your Account", "A change to your account");
        }

        @Test
        void an_authenticator_app_is_told() {
            Page form = asked("ann", "CONFIGURE_TOTP");
            String secret = form.html().select("input[name=totpSecret]").attr("value");
            form.submit(
                    "kc-totp-settings-form",
                    Map.of("totp", List.of(OneTimeCode.of(secret)), "userLabel", List.of("phone")),
                    "");

            assertThat(realm.next("ann", 1).text()).contains("An authenticator app was set up for your account.");
        }

        @Test
        void a_new_address_is_told_at_both() {
            Page form = asked("ann", "UPDATE_PROFILE");
            form.submit("kc-update-profile-form", Map.of("email", List.of("anna@example.org")), "");

            assertThat(realm.next("ann", 1).text()).contains("E-mails are no longer sent to ann@example.org.");
            assertThat(realm.first("anna").text()).contains("is now anna@example.org.");
        }

        private Page asked(String name, String action) {
            String id = realm.person(name);
            realm.change(
                    "users/" + id + "/execute-actions-email",
                    Admin.JSON.createArrayNode().add(action));
            Page proceed = new Browser().open(URI.create(realm.first(name).link()));
            return proceed.browser()
                    .open(URI.create(proceed.html().select("#kc-info-message a").attr("abs:href")));
        }
    }
}
