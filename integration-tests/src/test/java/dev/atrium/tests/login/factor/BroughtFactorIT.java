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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever comes by an identity provider has one factor, unless a provider that is trusted says that there were two. */
@ExtendWith(AtriumServer.class)
class BroughtFactorIT {
    private final Admin admin = Admin.ofRealm();
    private final Hospital hospital = Hospital.documented();
    private final StrictProject own = StrictProject.of(admin, hospital.organization(), hospital.alias());
    private final StrictProject other = StrictProject.make(admin);
    private final BroughtPeople people = new BroughtPeople(admin, hospital);

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

            assertThat(SecondStep.ways(signsIn(identity))).containsExactly(SecondStep.SET_UP_APP);
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
    class Given_a_project_of_somebody_else {
        private final Identity identity =
                Identity.verified(hospital.someAddress()).inIdToken(saying("mfa"));

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

    private TestUser account(Identity identity, Consumer<ObjectNode> change) {
        return people.account(identity, change);
    }

    private Page signsIn(Identity identity) {
        return people.signsIn(new Browser(), identity);
    }

    static Consumer<ObjectNode> saying(String amr) {
        return claims -> Stream.of(amr.split(" ")).forEach(claims.withArray("amr")::add);
    }
}
