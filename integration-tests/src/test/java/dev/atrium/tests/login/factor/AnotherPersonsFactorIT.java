package dev.atrium.tests.login.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.broker.ScriptedProvider;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.MailServer;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In one tab, a sign-in can go on as the person whose mailed link is opened there: what was checked before is not theirs. */
@ExtendWith(AtriumServer.class)
class AnotherPersonsFactorIT {
    private static final String NEW = "atrium-demo-the-second";

    private final Admin admin = Admin.ofRealm();
    private final StrictProject project = StrictProject.make(admin);
    private final Browser browser = new Browser();
    private final MailServer mails = MailServer.start();

    @BeforeEach
    void the_realm_sends_mails() {
        ObjectNode smtp = Admin.JSON
                .createObjectNode()
                .put("host", "localhost")
                .put("port", String.valueOf(mails.port()))
                .put("from", "atrium@example.org");
        smtpServer(smtp);
    }

    @AfterEach
    void gone() {
        smtpServer(Admin.JSON.createObjectNode());
        mails.close();
        project.delete();
    }

    private void smtpServer(ObjectNode settings) {
        assertThat(admin.send(
                                "PUT",
                                "",
                                Admin.JSON
                                        .createObjectNode()
                                        .set("smtpServer", settings)
                                        .toString())
                        .statusCode())
                .isEqualTo(204);
    }

    @Nested
    class Given_somebody_with_two_factors_who_opens_the_link_of_a_mail_to_somebody_else {
        private final TestUser first = project.asksForASecondFactor().clinicianWithApp();
        private final TestUser second = project.clinician();

        @Test
        void the_first_ones_factor_does_not_count_for_the_other() {
            first.joins("riverside", "Practitioner/first", "clinician");
            Page choice = App.PORTAL
                    .authorize(browser, BroughtPeople.SCOPE)
                    .email(first.email())
                    .password(Admin.PASSWORD)
                    .submit("kc-otp-login-form", Map.of("otp", List.of(SecondStep.now())), "login");
            assertThat(choice.profiles()).hasSize(2);

            browser.open(App.realm("/login-actions/reset-credentials?" + query(choice)))
                    .submit("kc-reset-password-form", Map.of("username", List.of(second.email())), "");

            Page password = browser.open(URI.create(mails.await(second.email()).link()));
            Page page = password.submit(
                    "kc-passwd-update-form",
                    Map.of("password-new", List.of(NEW), "password-confirm", List.of(NEW)),
                    "login");

            assertThat(page.title()).isEqualTo(SecondStep.SETUP);
        }
    }

    /** A step of Keycloak's own reads which credentials were checked, whosever they are. */
    @Nested
    class Given_a_tab_in_which_somebody_else_asks_for_a_new_password {
        private final ScriptedProvider google = ScriptedProvider.start();
        private final TestRealm realm =
                TestRealm.imported(whereAnAppCountsAsThePasskey()).mailsTo(mails);

        @AfterEach
        void gone() {
            realm.close();
            google.close();
        }

        @Test
        void the_first_ones_factor_does_not_count_for_the_other() {
            realm.admin().create("identity-provider/instances", google.representation("google"));
            String first = person();
            String second = person();

            Page stage = linksWithAnApp(first);
            Page asked = browser.open(realmPage(stage, "reset-credentials"))
                    .submit("kc-reset-password-form", Map.of("username", List.of(second)), "");
            assertThat(asked.text()).contains("you will receive an e-mail");
            Page page =
                    browser.open(realmPage(stage, "authenticate")).email(second).password(Admin.PASSWORD);

            assertThat(page.html().select("#kc-otp-login-form")).as(page.text()).hasSize(1);
        }

        /** Browsers have no passkeys here. */
        private static ObjectNode whereAnAppCountsAsThePasskey() {
            ObjectNode file = TestRealm.file();
            file.path("authenticatorConfig").forEach(step -> {
                if (step.path("alias").asText().equals("Atrium no passkey was used")) {
                    ((ObjectNode) step.path("config")).put("credentials", "otp");
                }
            });
            return file;
        }

        private String person() {
            ObjectNode user = TestUser.representation("person-" + UUID.randomUUID() + "@example.org");
            StrictProject.withApp(user);
            realm.admin().create("users", user);
            return user.path("email").asText();
        }

        /** As far as the page that says that there is no profile. */
        private Page linksWithAnApp(String email) {
            google.says(Identity.verified(email));
            URI address = App.PORTAL.authorizationUrl(BroughtPeople.SCOPE, Map.of());
            Page name = browser.open(
                    URI.create(address.toString().replace("/realms/atrium/", "/realms/" + realm.name() + "/")));
            return browser.open(URI.create(
                            name.html().selectFirst("a[href*=/broker/google/]").absUrl("href")))
                    .submit("atrium-existing", Map.of("way", List.of("")), "x")
                    .password(Admin.PASSWORD)
                    .submit("kc-otp-login-form", Map.of("otp", List.of(SecondStep.now())), "login");
        }

        private URI realmPage(Page page, String path) {
            return page.address().resolve("/realms/" + realm.name() + "/login-actions/" + path + "?" + query(page));
        }
    }

    /** What the tab is known by, from the address that its page is sent to. */
    private static String query(Page page) {
        String action = page.html().select("form[action*=tab_id]").attr("action");
        return Stream.of(action.substring(action.indexOf('?') + 1).split("&"))
                .filter(parameter -> !parameter.startsWith("session_code=") && !parameter.startsWith("execution="))
                .collect(Collectors.joining("&"));
    }
}
