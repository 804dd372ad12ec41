package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A membership that ends while the app has a code and no token yet: the code is over (RFC 6749, section 5.2). */
@ExtendWith(AtriumServer.class)
class EndedBeforeTokenIT {
    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final String membership = user.joins("riverside", "Practitioner/ending", "clinician");
    private final Person person = Person.of(user);

    @Nested
    class Given_a_code {
        private final App app = TestClient.of(admin, "fhirUser", "user/*.cruds", "offline_access")
                .withDefault("project")
                .app();

        @ParameterizedTest
        @ValueSource(strings = {"openid fhirUser user/*.rs", "openid user/*.rs offline_access", "openid"})
        void is_no_longer_a_grant(String scope) {
            Page callback = person.signIn(app, scope);
            user.leaves(membership);

            Tokens refused = app.exchange(callback);

            assertThat(refused.answer().status()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("invalid_grant");
            assertThat(refused.errorDescription())
                    .isEqualTo("The membership that this grant is for is no longer active");
        }

        @Test
        void leaves_an_event_that_says_so() {
            Page callback = person.signIn(app, "openid user/*.rs");
            user.leaves(membership);

            app.exchange(callback);

            var event = admin.errorEvents(user.id()).get(0);
            assertThat(event.path("type").asText()).isEqualTo("CODE_TO_TOKEN_ERROR");
            assertThat(event.path("error").asText()).isEqualTo("invalid_grant");
        }
    }
}
