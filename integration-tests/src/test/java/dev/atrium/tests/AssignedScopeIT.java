package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an admin assigns to a client is what the client may ask for. */
@ExtendWith(AtriumServer.class)
class AssignedScopeIT {
    private final Admin admin = Admin.ofRealm();
    private final Person person = Person.of(TestUser.clinician(admin));

    @Nested
    class Given_a_client_with_two_narrower_scopes {
        private final App app = TestClient.of(admin, "user/Observation.rs", "user/Observation.cud")
                .app();

        @Test
        void grants_what_they_cover_together() {
            assertThat(person.tokens(app, "openid user/Observation.cruds").scopes())
                    .isEqualTo(Set.of("openid", "user/Observation.cruds"));
        }

        @Test
        void refuses_another_type() {
            assertThat(person.signIn(app, "openid user/Condition.rs").callback().get("error"))
                    .isEqualTo("invalid_scope");
        }
    }

    @Nested
    class Given_a_client_with_a_scope_by_default {
        private final App app = TestClient.of(admin, "user/*.cruds")
                .withDefault("user/Observation.rs")
                .app();

        @Test
        void grants_it_when_it_is_asked_for_by_name() {
            assertThat(person.tokens(app, "openid user/Observation.rs").scopes())
                    .isEqualTo(Set.of("openid", "user/Observation.rs"));
        }

        @Test
        void lets_the_client_ask_for_a_part_of_it() {
            App other = TestClient.of(admin).withDefault("user/Observation.rs").app();

            assertThat(person.tokens(other, "openid user/Observation.r").scopes())
                    .isEqualTo(Set.of("openid", "user/Observation.r", "user/Observation.rs"));
        }
    }

    @Nested
    class Given_an_admin_who_changes_the_client {
        private final TestClient client = TestClient.of(admin, "user/Observation.rs");

        @Test
        void grants_a_scope_as_soon_as_it_is_assigned() {
            assertThat(person.signIn(client.app(), "openid user/Condition.r")
                            .callback()
                            .get("error"))
                    .isEqualTo("invalid_scope");

            client.assign("user/Condition.rs");

            assertThat(person.tokens(client.app(), "openid user/Condition.r").scopes())
                    .isEqualTo(Set.of("openid", "user/Condition.r"));
        }

        @Test
        void refuses_a_scope_as_soon_as_it_is_unassigned() {
            Tokens before = person.tokens(client.app(), "openid user/Observation.r");
            assertThat(before.scopes()).contains("user/Observation.r");

            client.unassign("user/Observation.rs");

            assertThat(person.signIn(client.app(), "openid user/Observation.r")
                            .callback()
                            .get("error"))
                    .isEqualTo("invalid_scope");
            assertThat(client.app().refresh(before.refreshToken()).scopes()).isEqualTo(Set.of("openid"));
        }
    }
}
