package dev.atrium.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When a membership was last used is exact to a minute: {@code MembershipHistoryTest} has the minutes that follow. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class LastUsedIT {
    private final Admin admin = Admin.ofRealm();
    private final TestUser person = TestUser.clinician(admin);

    @Test
    void is_noted_at_the_first_sign_in_and_not_again_within_the_minute() {
        signsIn();
        String first = lastUsed();

        signsIn();

        assertThat(first).isNotEmpty();
        assertThat(lastUsed()).isEqualTo(first);
    }

    private void signsIn() {
        assertThat(App.PORTAL
                        .authorize(new Browser(), "openid user/*.rs")
                        .email(person.email())
                        .password(Admin.PASSWORD)
                        .callback())
                .containsKey("code");
    }

    private String lastUsed() {
        return admin.read("atrium/memberships?user=" + person.id())
                .path(0)
                .path("lastUsed")
                .asText();
    }
}
