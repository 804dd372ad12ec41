package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AtriumServer.class)
class FailClosedRegistrationIT {
    private final Admin admin = Admin.ofRealm();

    @Nested
    class Given_a_realm_where_people_register {
        @Test
        void tells_the_newcomer_that_there_is_no_profile_yet() {
            duringRegistration(() -> {
                Page page = register(App.PORTAL, "openid user/*.rs");

                assertThat(page.title()).isEqualTo("You have no access here");
                assertThat(page.back().callback())
                        .containsEntry("error", "access_denied")
                        .doesNotContainKey("code");
            });
        }

        @Test
        void lets_the_newcomer_into_a_plain_app() {
            duringRegistration(
                    () -> assertThat(register(App.PLAIN, "openid").callback()).containsKey("code"));
        }
    }

    private void duringRegistration(Runnable test) {
        new RealmSetting(admin, "", realm -> realm.put("registrationAllowed", true)).during(test);
    }

    private static Page register(App app, String scope) {
        String email = "newcomer-" + UUID.randomUUID() + "@example.org";
        Page form = app.authorize(new Browser(), scope, Map.of("prompt", "create"));
        Map<String, List<String>> typed = Map.of(
                "username", List.of(email),
                "email", List.of(email),
                "firstName", List.of("New"),
                "lastName", List.of("Comer"),
                "password", List.of(Admin.PASSWORD),
                "password-confirm", List.of(Admin.PASSWORD));
        return form.submit("kc-register-form", typed, "register");
    }
}
