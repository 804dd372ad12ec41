package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever came through the identity provider of their domain is let in. */
@ExtendWith(AtriumServer.class)
class CameFromHomeIT {
    private final Admin admin = Admin.ofRealm();
    private final Lakeside lakeside = Lakeside.of(admin);

    @Nested
    class Given_a_person_who_is_signed_in_and_since_then_was_on_a_page_outside_any_app {
        private final TestUser person = lakeside.practitioner();
        private final Visitor visitor = Visitor.of(person);

        @BeforeEach
        void leavesTheApp() {
            visitor.signsInAtHome(App.PLAIN, "openid");
            signsOutThere();
            visitor.browser().open(App.realm("/login-actions/reset-credentials?client_id=plain-oidc"));
        }

        @Test
        void is_signed_in_still() {
            assertThat(visitor.returns(App.PLAIN, "openid").callback()).containsKey("code");
        }

        /** Otherwise the page, which leads there, would bring them back signed in anew. */
        private void signsOutThere() {
            Admin there = lakeside.identityProvider();
            String id = there.read("users?exact=true&email=" + person.email())
                    .path(0)
                    .path("id")
                    .asText();
            there.send("POST", "users/" + id + "/logout", "");
        }
    }
}
