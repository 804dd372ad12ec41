package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AtriumServer.class)
class RefusalPageIT {
    private static final String SCOPE = "openid user/*.rs";

    private final Admin admin = Admin.ofRealm();
    private final TestUser somebodyElse = admin.user("example.org");
    private final Visitor visitor = Visitor.of(admin.user("example.org"));

    @BeforeEach
    void join() {
        somebodyElse.joins("riverside", "Practitioner/someone", "clinician");
    }

    @Nested
    class Given_a_person_who_may_not_go_on {
        @Test
        void can_sign_in_as_somebody_else() {
            assertSomebodyElseSignsIn(visitor.signsIn(App.PORTAL, SCOPE));
        }

        @Test
        void can_do_so_on_a_session_too() {
            visitor.signsIn(App.PLAIN, "openid");

            assertSomebodyElseSignsIn(visitor.returns(App.PORTAL, SCOPE));
        }
    }

    private void assertSomebodyElseSignsIn(Page refused) {
        URI other = URI.create(refused.html().select("#atrium-other").attr("abs:href"));

        Page back = refused.browser().open(other).email(somebodyElse.email()).password(Admin.PASSWORD);

        assertThat(App.PORTAL.exchange(back).accessClaims().path("sub").asText())
                .isEqualTo(somebodyElse.id());
    }
}
