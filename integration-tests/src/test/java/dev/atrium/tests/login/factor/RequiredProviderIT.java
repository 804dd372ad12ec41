package dev.atrium.tests.login.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.broker.Hospital;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A project asks for Google, and somebody comes by a provider that no flow follows: the stages run after the sign-in. */
@ExtendWith(AtriumServer.class)
class RequiredProviderIT {
    private static final String SCOPE = "openid fhirUser user/*.rs";

    private final Admin admin = Admin.ofRealm();
    private final Hospital google = Hospital.unlinked(settings -> settings.put("displayName", "Google"));
    private final Hospital clinic = Hospital.unlinked(settings -> settings.remove("postBrokerLoginFlowAlias"));
    private final StrictProject project =
            StrictProject.make(admin).with(StrictProject.METHODS, "idp:" + google.alias());
    private final TestUser user = project.clinician();
    private final Identity atClinic = Identity.verified(user.email());
    private final Identity atGoogle = Identity.verified(user.email());
    private final Browser browser = new Browser();

    @BeforeEach
    void linked() {
        clinic.links(user, atClinic);
        google.links(user, atGoogle);
        clinic.says(atClinic);
        google.says(atGoogle);
    }

    @AfterEach
    void gone() {
        project.delete();
        clinic.close();
        google.close();
    }

    @Nested
    class Given_somebody_linked_to_both {
        @Test
        void signs_in_at_Google_and_comes_back_with_the_apps_request() {
            Page asked = comesByClinic(Map.of("state", "the state", "nonce", "the nonce"));
            assertThat(asked.title()).isEqualTo(SecondStep.OTHER_WAY);

            Page callback = SecondStep.choose(asked, "Google");

            assertThat(callback.callback()).containsEntry("state", "the state");
            Tokens tokens = App.PORTAL.exchange(callback);
            assertThat(tokens.idClaims().path("nonce").asText()).isEqualTo("the nonce");
            assertThat(tokens.scopes()).contains("user/*.rs");
        }

        @Test
        void keeps_what_the_first_provider_said_of_two_factors() {
            project.asksForASecondFactor().with(StrictProject.TRUSTED, clinic.alias());
            atClinic.inIdToken(RequiredProviderIT::withTwoFactors);

            assertThat(SecondStep.choose(comesByClinic(Map.of()), "Google").callback())
                    .containsKey("code");
        }

        @Test
        void keeps_both_methods_for_projects_that_ask_for_either() {
            SecondStep.choose(comesByClinic(Map.of()), "Google");
            StrictProject clinics = StrictProject.make(admin).with(StrictProject.METHODS, "idp:" + clinic.alias());
            clinics.joined(user);

            Page callback = App.PORTAL.authorize(browser, SCOPE).choose(clinics.alias());

            assertThat(App.PORTAL.exchange(callback).scopes()).contains("user/*.rs");
            clinics.delete();
        }
    }

    @Nested
    class Given_somebody_else_at_Google {
        @Test
        void has_nothing_of_what_was_proven_before() {
            project.asksForASecondFactor().with(StrictProject.TRUSTED, clinic.alias());
            atClinic.inIdToken(RequiredProviderIT::withTwoFactors);
            TestUser other = project.clinician();
            Identity others = Identity.verified(other.email());
            google.links(other, others);
            Page asked = comesByClinic(Map.of());
            google.says(others);

            assertThat(SecondStep.choose(asked, "Google").title()).isEqualTo(SecondStep.SETUP);
        }
    }

    private Page comesByClinic(Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("kc_idp_hint", clinic.alias());
        return App.PORTAL.authorize(browser, SCOPE, parameters);
    }

    private static void withTwoFactors(ObjectNode claims) {
        claims.withArray("amr").add("mfa");
    }
}
