package dev.atrium.tests.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a browser goes on to after a link. Anybody may ask, and for anything. */
@ExtendWith(AtriumServer.class)
class LandingIT {
    private final TestRealm realm = TestRealm.create();

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_project_with_a_home {
        private final String project = projectWithHome(realm);

        @Test
        void leads_there() {
            assertThat(landing(realm).isCallback()).isTrue();
        }

        @Test
        void leads_to_the_account_while_it_is_disabled() {
            change("organizations/" + project, organization -> organization.put("enabled", false));

            assertThat(landing(realm).address().getPath()).endsWith("/account/");
        }

        @Test
        void leads_to_the_account_while_the_realm_has_no_organizations() {
            change("", settings -> settings.put("organizationsEnabled", false));

            assertThat(landing(realm).address().getPath()).endsWith("/account/");
        }

        @Test
        void leads_to_the_account_in_another_realm() {
            try (TestRealm other = TestRealm.create()) {
                assertThat(landing(other).address().getPath()).endsWith("/account/");
            }
        }

        private Page landing(TestRealm asked) {
            return new Browser()
                    .open(AtriumServer.baseUrl()
                            .resolve("/realms/" + asked.name() + "/atrium/landing?project=" + project));
        }

        private void change(String path, Consumer<ObjectNode> change) {
            ObjectNode settings = (ObjectNode) realm.admin().read(path);
            change.accept(settings);
            assertThat(realm.admin().put(path, settings).status()).isEqualTo(204);
        }
    }

    private static String projectWithHome(TestRealm realm) {
        ObjectNode organization = Admin.JSON
                .createObjectNode()
                .put("name", "Project")
                .put("alias", "project")
                .put("redirectUrl", Browser.CALLBACK + "?from=project");
        organization.putArray("domains").addObject().put("name", "project.example");
        return realm.admin().create("organizations", organization);
    }
}
