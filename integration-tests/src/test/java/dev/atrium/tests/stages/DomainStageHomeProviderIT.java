package dev.atrium.tests.stages;

import static dev.atrium.tests.stages.Visitor.atHome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AtriumServer.class)
class DomainStageHomeProviderIT {
    private static final String SCOPE = "openid fhirUser user/*.rs";

    private final Lakeside lakeside = Lakeside.of(Admin.ofRealm());

    @Nested
    class Given_the_demo_s_practitioner_of_lakeside {
        @Test
        void signs_in_at_the_identity_provider_and_goes_on_as_their_profile() {
            Visitor dave = Visitor.of("dave@lakeside.example");

            Tokens tokens = App.PORTAL.exchange(dave.signsInAtHome(App.PORTAL, SCOPE));

            assertThat(tokens.accessClaims().path("project").asText()).isEqualTo("lakeside");
            assertThat(tokens.accessClaims().path("fhirUser").asText())
                    .isEqualTo("http://localhost:8090/fhir/lakeside/Practitioner/dave");
        }
    }

    @Nested
    class Given_a_person_of_a_domain_with_an_identity_provider {
        private final TestUser person = lakeside.practitioner();
        private final Visitor visitor = Visitor.of(person);

        @Test
        void is_sent_there_with_the_address_filled_in() {
            Page there = visitor.returns(App.PORTAL, SCOPE).email(person.email());

            assertThat(there.address().getPath()).startsWith("/realms/lakeside-idp/");
            assertThat(there.html().select("#username").val()).isEqualTo(person.email());
        }

        @Test
        void is_sent_there_also_when_the_domain_is_typed_in_upper_case() {
            String shouted = person.email().toUpperCase(Locale.ROOT);

            Page there = visitor.returns(App.PORTAL, SCOPE).email(shouted);

            assertThat(there.address().getPath()).startsWith("/realms/lakeside-idp/");
        }

        @Test
        void is_sent_there_also_when_nobody_has_the_address() {
            Page there = visitor.returns(App.PORTAL, SCOPE).email(Lakeside.someAddress());

            assertThat(there.address().getPath()).startsWith("/realms/lakeside-idp/");
        }

        @Test
        void is_linked_to_the_account_of_the_address_without_a_question() {
            Tokens tokens = App.PORTAL.exchange(visitor.signsInAtHome(App.PORTAL, SCOPE));

            assertThat(tokens.accessClaims().path("sub").asText()).isEqualTo(person.id());
            assertThat(lakeside.links(person)).hasSize(1);
        }

        @Test
        void is_the_same_person_the_second_time() {
            App.PORTAL.exchange(visitor.signsInAtHome(App.PORTAL, SCOPE));

            Tokens again = App.PORTAL.exchange(Visitor.of(person).signsInAtHome(App.PORTAL, SCOPE));

            assertThat(again.accessClaims().path("sub").asText()).isEqualTo(person.id());
            assertThat(lakeside.links(person)).hasSize(1);
        }

        @Test
        void needs_no_e_mail_page_when_the_app_names_the_identity_provider() {
            Page there = visitor.returns(App.PORTAL, SCOPE, Map.of("kc_idp_hint", Lakeside.ALIAS));

            Tokens tokens = App.PORTAL.exchange(atHome(there, person.email()));

            assertThat(tokens.accessClaims().path("sub").asText()).isEqualTo(person.id());
            assertThat(tokens.accessClaims().path("project").asText()).isEqualTo("lakeside");
        }

        @Test
        void comes_back_on_the_session_without_being_sent_there() {
            visitor.signsInAtHome(App.PORTAL, SCOPE);

            assertThat(visitor.returns(App.PORTAL, SCOPE).callback()).containsKey("code");
        }

        @Test
        void signs_in_there_again_when_the_app_wants_it() {
            visitor.signsInAtHome(App.PORTAL, SCOPE);

            Page there = visitor.returns(App.PORTAL, SCOPE, Visitor.SIGN_IN_AGAIN);

            assertThat(there.address().getPath()).startsWith("/realms/lakeside-idp/");
            assertThat(there.html().select("input[name=password]")).isNotEmpty();
        }
    }

    @Nested
    class Given_a_person_who_signed_in_with_a_password {
        private final TestUser person = Admin.ofRealm().user("example.org");
        private final Visitor visitor = new Visitor(new Browser(), person.email());

        @Test
        void types_just_the_password_again_when_the_app_wants_it() {
            visitor.signsIn(App.PLAIN, "openid");

            Page asked = visitor.returns(App.PLAIN, "openid", Visitor.SIGN_IN_AGAIN);

            assertThat(asked.html().select("input[name=username]:not([type=hidden])"))
                    .isEmpty();
            assertThat(asked.password(Admin.PASSWORD).callback()).containsKey("code");
        }

        @Test
        void does_not_get_by_with_a_wrong_one_then() {
            visitor.signsIn(App.PLAIN, "openid");

            Page asked = visitor.returns(App.PLAIN, "openid", Visitor.SIGN_IN_AGAIN);

            assertThat(asked.password("not the password").isCallback()).isFalse();
        }
    }
}
