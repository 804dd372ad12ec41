package dev.atrium.tests;

import static dev.atrium.tests.app.Grants.OFFLINE;
import static dev.atrium.tests.app.Grants.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refreshing (RFC 6749, section 6), alike for a grant that ends with the sign-in and for one that does not. */
@ExtendWith(AtriumServer.class)
class RefreshIT {
    private static final App APP = App.PORTAL;

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);

    @Nested
    class Given_a_grant {
        private String membership;

        @BeforeEach
        void of_one_profile() {
            membership = user.joins("riverside", "Practitioner/refreshed", "clinician");
        }

        @ParameterizedTest
        @ValueSource(strings = {ONLINE, OFFLINE})
        void keeps_its_scopes_and_its_claims(String scope) {
            Tokens first = person.tokens(APP, scope);

            Tokens second = APP.refresh(first.refreshToken());

            assertThat(second.scopes()).isEqualTo(first.scopes()).isEqualTo(Set.of(scope.split(" ")));
            assertThat(second.accessClaims().path("membership").asText()).isEqualTo(membership);
            assertThat(second.accessClaims().path("fhirUser"))
                    .isEqualTo(first.accessClaims().path("fhirUser"));
            assertThat(second.accessClaims().path("aud"))
                    .isEqualTo(first.accessClaims().path("aud"));
        }

        @ParameterizedTest
        @CsvSource({
            "openid user/*.rs",
            "openid user/*.r",
            "openid user/*.read",
            "openid user/Observation.rs",
            "openid user/Observation.rs?category=laboratory",
            "openid user/Condition.u fhirUser",
            "user/Condition.cruds"
        })
        void can_be_narrowed_by_name_and_by_meaning(String narrower) {
            for (String scope : new String[] {ONLINE, OFFLINE}) {
                Tokens first = person.tokens(APP, scope);

                Tokens narrowed = APP.refresh(first.refreshToken(), narrower);

                assertThat(narrowed.scopes()).isEqualTo(Set.of(narrower.split(" ")));
                assertThat(narrowed.accessClaims().path("membership").asText()).isEqualTo(membership);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {ONLINE, OFFLINE})
        void is_whole_again_after_it_was_narrowed(String scope) {
            Tokens first = person.tokens(APP, scope);
            Tokens narrowed = APP.refresh(first.refreshToken(), "openid user/Observation.r");

            assertThat(APP.refresh(narrowed.refreshToken()).scopes()).isEqualTo(first.scopes());
            assertThat(APP.refresh(narrowed.refreshToken(), "user/Condition.c").scopes())
                    .isEqualTo(Set.of("user/Condition.c"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "user/*.cruds",
                    "user/Observation.c",
                    "patient/Observation.rs",
                    "launch/patient",
                    "user/Foo.rs",
                    "project",
                    "nonsense",
                    "atrium.membership/00000000-0000-0000-0000-000000000000"
                })
        void is_not_widened(String wider) {
            for (String scope : new String[] {ONLINE, OFFLINE}) {
                Tokens first = person.tokens(APP, scope);

                Tokens refused = APP.refresh(first.refreshToken(), "openid " + wider);

                assertThat(refused.error()).isEqualTo("invalid_scope");
                assertThat(refused.errorDescription()).contains(wider);
                assertThat(APP.refresh(first.refreshToken()).scopes()).isEqualTo(first.scopes());
            }
        }

        @Test
        void does_not_gain_offline_access() {
            Tokens first = person.tokens(APP, ONLINE);

            assertThat(APP.refresh(first.refreshToken(), "openid offline_access")
                            .error())
                    .isEqualTo("invalid_scope");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " "})
        void takes_an_empty_scope_for_none(String empty) {
            Tokens first = person.tokens(APP, ONLINE);

            assertThat(APP.refresh(first.refreshToken(), empty).scopes()).isEqualTo(first.scopes());
        }

        @Test
        void refuses_a_scope_that_is_too_long() {
            Tokens first = person.tokens(APP, ONLINE);

            assertThat(APP.refresh(first.refreshToken(), "user/*.rs ".repeat(401))
                            .error())
                    .isEqualTo("invalid_scope");
        }

        @Test
        void refuses_characters_that_no_scope_may_have() {
            Tokens first = person.tokens(APP, ONLINE);

            assertThat(APP.refresh(first.refreshToken(), "user/Observ\u007fation.rs")
                            .error())
                    .isEqualTo("invalid_scope");
        }

        @Test
        void keeps_ordinary_scopes_that_are_named_again() {
            App mail = TestClient.of(admin, "user/*.cruds", "email", "profile").app();
            Tokens first = person.tokens(mail, "openid email profile user/*.rs");

            Tokens second = mail.refresh(first.refreshToken(), "openid email user/*.r");

            assertThat(second.scopes()).isEqualTo(Set.of("openid", "email", "user/*.r"));
            assertThat(second.accessClaims().path("email").asText()).isEqualTo(user.email());
            assertThat(second.accessClaims().has("name")).isFalse();
        }

        @Test
        void is_not_for_another_client() {
            Tokens tokens = person.tokens(APP, ONLINE);
            App other = TestClient.of(admin, "user/*.cruds").app();

            assertThat(other.refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
        }
    }
}
