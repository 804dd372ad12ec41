package dev.atrium.tests;

import static dev.atrium.tests.app.Grants.OFFLINE;
import static dev.atrium.tests.app.Grants.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
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

/** Grants that outlive the sign-in, in one profile each. */
@ExtendWith(AtriumServer.class)
class OfflineGrantIT {
    private static final App APP = App.PORTAL;

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);

    @Nested
    class Given_an_offline_grant {
        @BeforeEach
        void of_one_of_two_profiles() {
            user.joins("riverside", "Practitioner/by-the-river", "clinician");
            user.joins("lakeside", "Practitioner/by-the-lake", "clinician");
        }

        @Test
        void stays_offline_when_it_is_narrowed_without_offline_access() {
            Tokens first = person.tokensAs("riverside", APP, OFFLINE);

            Tokens narrowed = APP.refresh(first.refreshToken(), "openid user/*.r");

            assertThat(kind(first)).isEqualTo("Offline");
            assertThat(kind(narrowed)).isEqualTo("Offline");
            assertThat(kind(APP.refresh(narrowed.refreshToken()))).isEqualTo("Offline");
        }

        @Test
        void outlives_the_sign_in() {
            Tokens first = person.tokensAs("riverside", APP, OFFLINE);
            Tokens narrowed = APP.refresh(first.refreshToken(), "openid user/*.r");
            user.endSessions();

            assertThat(APP.refresh(narrowed.refreshToken()).scopes()).isEqualTo(Set.of(OFFLINE.split(" ")));
        }

        @Test
        void keeps_its_profile_when_another_is_made_in_another_profile() {
            Tokens river = person.tokensAs("riverside", APP, OFFLINE);
            Tokens lake = person.tokensAs("lakeside", APP, OFFLINE);

            assertThat(project(APP.refresh(river.refreshToken()))).isEqualTo("riverside");
            assertThat(project(APP.refresh(lake.refreshToken()))).isEqualTo("lakeside");
            assertThat(project(APP.refresh(river.refreshToken(), "openid user/*.r")))
                    .isEqualTo("riverside");
        }

        @Test
        void keeps_its_profile_beside_a_grant_of_the_same_sign_in() {
            Tokens river = person.tokensAs("riverside", APP, ONLINE);
            Tokens lake = person.tokensAs("lakeside", APP, ONLINE);

            assertThat(project(APP.refresh(river.refreshToken()))).isEqualTo("riverside");
            assertThat(project(APP.refresh(lake.refreshToken()))).isEqualTo("lakeside");
        }
    }

    private static String kind(Tokens tokens) {
        return Tokens.claims(tokens.refreshToken()).path("typ").asText();
    }

    private static String project(Tokens tokens) {
        return tokens.accessClaims().path("project").asText();
    }
}
