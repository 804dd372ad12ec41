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
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever comes by an identity provider has one factor, unless a provider that is trusted says that there were two. */
@ExtendWith(AtriumServer.class)
class BroughtFactorIT {
    private static final String SCOPE = "openid fhirUser user/*.rs";

    private final Admin admin = Admin.ofRealm();
    private final Hospital hospital = Hospital.documented();
    private final StrictProject own = StrictProject.of(admin, hospital.organization(), hospital.alias());
    private final StrictProject other = StrictProject.make(admin);
    private final Browser browser = new Browser();

    @AfterEach
    void gone() {
        other.delete();
        hospital.close();
    }

    @Nested
    class Given_a_project_of_the_provider_that_asks_for_a_second_factor {
        private final Identity identity = Identity.verified(hospital.someAddress());
        private final TestUser user = account(identity, user -> {});

        @Test
        void asks_whoever_comes_with_one() {
            comesTo(own.asksForASecondFactor());

            assertThat(signsIn(identity).title()).isEqualTo(SecondStep.SETUP);
        }

        @ParameterizedTest
        @ValueSource(strings = {"mfa", "pwd otp", "mfa pwd"})
        void takes_the_providers_word(String amr) {
            comesTo(own.asksForASecondFactor());

            Tokens tokens = App.PORTAL.exchange(signsIn(identity.inIdToken(saying(amr))));

            assertThat(tokens.scopes()).contains("user/*.rs");
            assertThat(App.PORTAL.refresh(tokens.refreshToken()).scopes()).contains("user/*.rs");
        }

        @Test
        void takes_its_level_where_that_means_nothing_else() {
            comesTo(own.asksForASecondFactor());

            Page page = signsIn(identity.inIdToken(claims -> claims.put("acr", "https://refeds.org/profile/mfa")));

            assertThat(page.callback()).containsKey("code");
        }

        @Test
        void takes_no_word_from_outside_the_ID_token() {
            comesTo(own.asksForASecondFactor());

            assertThat(signsIn(identity.inUserinfo(saying("mfa"))).title()).isEqualTo(SecondStep.SETUP);
        }

        @Test
        void offers_no_key_to_people_who_may_have_none_of_their_own() {
            comesTo(own.asksForASecondFactor());

            assertThat(SecondStep.ways(signsIn(identity))).containsExactly("Set up an authenticator app");
        }

        @Test
        void lets_them_in_once_they_have_set_one_up() {
            comesTo(own.asksForASecondFactor());

            Page callback = SecondStep.setsUpApp(SecondStep.choose(signsIn(identity), "authenticator app"));

            assertThat(App.PORTAL.exchange(callback).scopes()).contains("user/*.rs");
        }

        private void comesTo(StrictProject project) {
            project.joined(user);
        }
    }

    @Nested
    class Given_somebody_of_the_provider_who_has_an_authenticator_app_here {
        private final Identity identity = Identity.verified(hospital.someAddress());
        private final TestUser user = own.asksForASecondFactor().joined(account(identity, StrictProject::withApp));

        @Test
        void is_asked_for_its_code() {
            Page page = signsIn(identity);

            assertThat(page.title()).isEqualTo(SecondStep.TITLE);
            assertThat(page.text()).contains("Code from your authenticator app");
        }

        @Test
        void gets_in_with_it() {
            Tokens tokens = App.PORTAL.exchange(SecondStep.code(signsIn(identity)));

            assertThat(tokens.scopes()).contains("user/*.rs");
            assertThat(App.PORTAL.refresh(tokens.refreshToken()).scopes()).contains("user/*.rs");
        }

        @Test
        void is_told_when_it_is_wrong() {
            Page page = SecondStep.typed(signsIn(identity), "000000");

            assertThat(page.title()).isEqualTo(SecondStep.TITLE);
            assertThat(page.text()).contains("This code is not right");
            assertThat(admin.errorEvents(user.id()).get(0).path("error").asText())
                    .isEqualTo("invalid_user_credentials");
        }

        @Test
        void cannot_use_a_code_twice() {
            SecondStep.code(signsIn(identity));

            Page again = SecondStep.code(signsIn(new Browser(), identity));

            assertThat(again.text()).contains("This code is not right");
        }

        @Test
        void is_locked_out_by_guessing_and_told_nothing_else() {
            AtomicReference<Page> page = new AtomicReference<>(signsIn(identity));
            Eventually.holds(
                    () -> {
                        page.set(SecondStep.typed(page.get(), "000000"));
                        return lastError().equals("user_temporarily_disabled");
                    },
                    this::lastError);

            assertThat(SecondStep.code(page.get()).text()).contains("This code is not right");
        }

        private String lastError() {
            return admin.errorEvents(user.id()).get(0).path("error").asText();
        }

        @Test
        void is_not_asked_to_set_up_another() {
            Page page = signsIn(identity);

            assertThat(SecondStep.ways(page)).isEmpty();
            assertThat(page.submit("atrium-factor", Map.of("way", List.of("CONFIGURE_TOTP")), "x")
                            .title())
                    .isEqualTo(SecondStep.TITLE);
        }
    }

    @Nested
    class Given_a_project_of_somebody_else {
        private final Identity identity = Identity.verified(hospital.someAddress()).inIdToken(saying("mfa"));

        @Test
        void does_not_take_the_providers_word() {
            other.asksForASecondFactor().joined(account(identity, user -> {}));

            assertThat(signsIn(identity).title()).isEqualTo(SecondStep.SETUP);
        }

        @Test
        void takes_it_where_it_says_so() {
            other.asksForASecondFactor()
                    .with(StrictProject.TRUSTED, hospital.alias())
                    .joined(account(identity, user -> {}));

            assertThat(signsIn(identity).callback()).containsKey("code");
        }

        @Test
        void does_not_take_it_at_the_next_refresh_any_more_when_it_no_longer_says_so() {
            other.asksForASecondFactor()
                    .with(StrictProject.TRUSTED, hospital.alias())
                    .joined(account(identity, user -> {}));
            Tokens tokens = App.PORTAL.exchange(signsIn(identity));
            other.with(StrictProject.TRUSTED);

            assertThat(App.PORTAL.refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
        }
    }

    /** Without starting over, a sign-in can go on as somebody else, whom a provider brings. */
    @Nested
    class Given_somebody_with_two_factors_whose_sign_in_goes_on_as_somebody_else {
        private final TestUser first = other.asksForASecondFactor().clinicianWithApp();
        private final Identity identity = Identity.verified(hospital.someAddress());

        @BeforeEach
        void who_works_there_too() {
            other.joined(account(identity, user -> {}));
        }

        @Test
        void the_others_factor_does_not_count() {
            first.joins("riverside", "Practitioner/first", "clinician");
            Page choice = App.PORTAL
                    .authorize(browser, SCOPE)
                    .email(first.email())
                    .password(Admin.PASSWORD)
                    .submit("kc-otp-login-form", Map.of("otp", List.of(SecondStep.now())), "login");
            assertThat(choice.profiles()).hasSize(2);
            hospital.says(identity);

            Page page = browser.open(App.realm("/broker/" + hospital.alias() + "/login?" + query(choice)));

            assertThat(page.title()).isEqualTo(SecondStep.SETUP);
            assertThat(page.text()).contains(other.alias());
        }

        /** What the sign-in is known by, from the address that its page is sent to. */
        private String query(Page page) {
            String action = page.html().select("#atrium-profiles").attr("action");
            return action.substring(action.indexOf('?') + 1);
        }
    }

    private TestUser account(Identity identity, Consumer<ObjectNode> change) {
        TestUser user = admin.user(identity.idToken().path("email").asText(), account -> {
            account.remove("credentials");
            change.accept(account);
        });
        hospital.links(user, identity);
        return user;
    }

    private Page signsIn(Identity identity) {
        return signsIn(browser, identity);
    }

    private Page signsIn(Browser where, Identity identity) {
        hospital.says(identity);
        return App.PORTAL.authorize(where, SCOPE, Map.of("kc_idp_hint", hospital.alias()));
    }

    private static Consumer<ObjectNode> saying(String amr) {
        return claims -> Stream.of(amr.split(" ")).forEach(claims.withArray("amr")::add);
    }
}
