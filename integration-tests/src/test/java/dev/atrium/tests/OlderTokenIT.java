package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Json;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token that was issued before something changed. */
@ExtendWith(AtriumServer.class)
class OlderTokenIT {
    private static final String BASE = "http://localhost:8090/fhir/riverside";
    private static final String FHIR_USER = "fhirUser";

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);

    @Nested
    class Given_two_tabs_in_two_profiles {
        @Test
        void keeps_each_token_in_its_own() {
            user.joins("riverside", "Practitioner/tab", "clinician");
            user.joins("lakeside", "Practitioner/tab", "clinician");
            Tokens river = person.tokensAs("riverside", App.PORTAL, "openid fhirUser user/*.rs");
            Tokens lake = person.tokensAs("lakeside", App.PORTAL, "openid fhirUser user/*.rs");

            assertThat(Json.text(river.userinfo(), "project")).isEqualTo("riverside");
            assertThat(Json.text(river.introspection(), "project")).isEqualTo("riverside");
            assertThat(Json.texts(river.introspection().path("aud"))).contains(BASE);
            assertThat(Json.text(lake.userinfo(), "project")).isEqualTo("lakeside");
            assertThat(Json.text(lake.introspection(), FHIR_USER))
                    .isEqualTo("http://localhost:8090/fhir/lakeside/Practitioner/tab");
        }
    }

    @Nested
    class Given_a_membership_that_ends_after_the_token_was_issued {
        private String membership;
        private Tokens tokens;

        @BeforeEach
        void and_its_token() {
            membership = user.joins("riverside", "Practitioner/gone", "clinician");
            tokens = person.tokens(App.PORTAL, "openid fhirUser user/*.rs");
        }

        @Test
        void makes_the_token_inactive() {
            assertThat(tokens.introspection().path("active").asBoolean()).isTrue();

            user.leaves(membership);

            assertThat(App.FHIR_SERVER.introspect(tokens.accessToken()).body()).isEqualTo("{\"active\":false}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"access_token", "requesting_party_token"})
        void makes_the_token_inactive_whatever_it_is_taken_for(String hint) {
            assertThat(App.FHIR_SERVER.introspect(tokens.accessToken(), hint).text("active"))
                    .isEqualTo("true");

            user.leaves(membership);

            assertThat(App.FHIR_SERVER.introspect(tokens.accessToken(), hint).body())
                    .isEqualTo("{\"active\":false}");
        }

        @Test
        void makes_its_refresh_token_inactive() {
            assertThat(App.PORTAL
                            .introspect(tokens.refreshToken(), "refresh_token")
                            .text("active"))
                    .isEqualTo("true");

            user.leaves(membership);

            assertThat(App.PORTAL
                            .introspect(tokens.refreshToken(), "refresh_token")
                            .body())
                    .isEqualTo("{\"active\":false}");
        }

        @Test
        void makes_the_token_inactive_when_it_is_deleted() {
            admin.send("DELETE", "atrium/memberships/" + membership, "");

            assertThat(App.FHIR_SERVER.introspect(tokens.accessToken()).body()).isEqualTo("{\"active\":false}");
        }

        @Test
        void leaves_no_fhir_identity_in_userinfo() {
            user.leaves(membership);

            Answer userinfo = App.PORTAL.userinfo(tokens.accessToken());

            assertThat(userinfo.json().has(FHIR_USER)).isFalse();
            assertThat(userinfo.json().has("project")).isFalse();
        }

        @Test
        void is_active_again_with_its_membership() {
            user.leaves(membership);
            admin.send("POST", "atrium/memberships/" + membership + "/activate", "");

            assertThat(tokens.introspection().path("active").asBoolean()).isTrue();
        }
    }
}
