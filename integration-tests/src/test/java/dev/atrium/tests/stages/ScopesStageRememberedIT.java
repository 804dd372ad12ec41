package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AtriumServer.class)
class ScopesStageRememberedIT {
    private final Admin admin = Admin.ofRealm();
    private final TestUser person = admin.user("example.org");
    private final Visitor visitor = Visitor.of(person);

    @BeforeEach
    void joinAsPatient() {
        person.joins("riverside", "Patient/himself", "patient-self");
    }

    @Nested
    class Given_an_agreement_to_all_that_was_asked {
        private static final String AGREED = "openid launch/patient patient/*.rs";

        @BeforeEach
        void agree() {
            App.SMART_APP.exchange(visitor.signsIn(App.SMART_APP, AGREED).allow());
        }

        @Test
        void asks_nothing_the_second_time() {
            Tokens tokens = App.SMART_APP.exchange(visitor.returns(App.SMART_APP, AGREED));

            assertThat(tokens.scopes()).containsExactlyInAnyOrder(AGREED.split(" "));
        }

        @Test
        void asks_nothing_in_another_browser() {
            assertThat(Visitor.of(person).signsIn(App.SMART_APP, AGREED).callback())
                    .containsKey("code");
        }

        @Test
        void asks_nothing_for_less() {
            Tokens tokens = App.SMART_APP.exchange(visitor.returns(App.SMART_APP, "openid patient/Observation.r"));

            assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "patient/Observation.r");
        }

        @Test
        void asks_again_for_more_with_all_ticked() {
            Page page = visitor.returns(App.SMART_APP, AGREED + " offline_access");

            assertThat(page.ticked()).containsExactlyInAnyOrder("launch/patient", "patient/*.rs", "offline_access");
        }

        @Test
        void answers_silently_with_what_was_agreed_to() {
            Tokens tokens = App.SMART_APP.exchange(visitor.returns(App.SMART_APP, AGREED, Visitor.SILENTLY));

            assertThat(tokens.scopes()).containsExactlyInAnyOrder(AGREED.split(" "));
        }

        @Test
        void leaves_out_silently_what_was_asked_for_and_unticked() {
            visitor.returns(App.SMART_APP, AGREED + " offline_access").allow(List.of("launch/patient", "patient/*.rs"));

            Tokens tokens = App.SMART_APP.exchange(
                    visitor.returns(App.SMART_APP, AGREED + " offline_access", Visitor.SILENTLY));

            assertThat(tokens.scopes()).containsExactlyInAnyOrder(AGREED.split(" "));
            assertThat(tokens.hasRefreshToken()).isFalse();
        }

        @Test
        void asks_again_when_the_app_wants_it() {
            Page page = visitor.returns(App.SMART_APP, AGREED, Map.of("prompt", "consent"));

            assertThat(page.scopes()).containsExactlyInAnyOrder("launch/patient", "patient/*.rs");
            assertThat(page.allow().callback()).containsKey("code");
        }

        @Test
        void asks_again_when_the_access_was_taken_back() {
            admin.delete("users/" + person.id() + "/consents/smart-app");

            assertThat(visitor.returns(App.SMART_APP, AGREED).scopes()).isNotEmpty();
        }

        @Test
        void answers_interaction_required_silently_when_the_access_was_taken_back() {
            admin.delete("users/" + person.id() + "/consents/smart-app");
            Visitor again = Visitor.of(person);
            again.signsIn(App.PLAIN, "openid");

            assertThat(again.returns(App.SMART_APP, AGREED, Visitor.SILENTLY).callback())
                    .containsEntry("error", "interaction_required");
        }

        @Test
        void asks_again_for_another_profile() {
            person.joins("lakeside", "Patient/elsewhere", "patient-self");

            Page page = visitor.returns(App.SMART_APP, AGREED).choose("lakeside");

            assertThat(page.scopes()).containsExactlyInAnyOrder("launch/patient", "patient/*.rs");
        }

        @Test
        void asks_again_for_another_app() {
            App other = new TestClients(admin).like(App.SMART_APP);

            assertThat(visitor.returns(other, AGREED).scopes()).isNotEmpty();
        }
    }

    @Nested
    class Given_an_agreement_to_a_part {
        private static final String ASKED = "openid patient/Observation.rs patient/Condition.rs";

        @BeforeEach
        void agreeInPart() {
            visitor.signsIn(App.SMART_APP, ASKED).allow(List.of("patient/Condition.rs"));
        }

        @Test
        void asks_again_with_the_earlier_ticks() {
            Page page = visitor.returns(App.SMART_APP, ASKED);

            assertThat(page.scopes()).containsExactlyInAnyOrder("patient/Observation.rs", "patient/Condition.rs");
            assertThat(page.ticked()).containsExactly("patient/Condition.rs");
        }

        @Test
        void asks_nothing_for_that_part() {
            assertThat(visitor.returns(App.SMART_APP, "openid patient/Condition.rs")
                            .callback())
                    .containsKey("code");
        }
    }

    @Nested
    class Given_an_earlier_token_with_more {
        private static final String EARLIER = "openid launch/patient patient/Patient.rs patient/Immunization.rs";

        private Tokens earlier;

        @BeforeEach
        void agreeAndThenUntick() {
            earlier = App.SMART_APP.exchange(
                    visitor.signsIn(App.SMART_APP, EARLIER).allow());
            visitor.returns(App.SMART_APP, EARLIER, Map.of("prompt", "consent"))
                    .allow(List.of("launch/patient", "patient/Patient.rs"));
        }

        @Test
        void its_refresh_loses_what_was_unticked_since() {
            assertThat(App.SMART_APP.refresh(earlier.refreshToken()).scopes())
                    .containsExactlyInAnyOrder("openid", "launch/patient", "patient/Patient.rs");
        }

        @Test
        void its_refresh_is_refused_if_nothing_else_is_asked_for() {
            Tokens refused = App.SMART_APP.refresh(earlier.refreshToken(), "patient/Immunization.rs");

            assertThat(refused.error()).isEqualTo("invalid_scope");
            assertThat(refused.errorDescription()).isEqualTo("The user no longer agrees to any of these scopes");
        }
    }

    @Nested
    class Given_a_denial {
        @Test
        void is_asked_again() {
            visitor.signsIn(App.SMART_APP, "openid patient/*.rs").deny();

            assertThat(visitor.signsIn(App.SMART_APP, "openid patient/*.rs").scopes())
                    .containsExactly("patient/*.rs");
        }
    }
}
