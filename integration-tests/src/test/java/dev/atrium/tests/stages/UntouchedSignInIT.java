package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever asks for no project and no FHIR data passes the stages. */
@ExtendWith(AtriumServer.class)
class UntouchedSignInIT {
    private final Admin admin = Admin.ofRealm();

    @Nested
    class Given_a_person_without_a_membership {
        private final Visitor erin = Visitor.of("erin@example.org");

        @Test
        void signs_in_to_a_plain_app() {
            Tokens tokens = erin.tokens(App.PLAIN, "openid");

            assertThat(tokens.idClaims().path("email").asText()).isEqualTo("erin@example.org");
            assertThat(tokens.idClaims().path("name").asText()).isEqualTo("Erin Eliot");
            assertThat(tokens.accessClaims().has("membership")).isFalse();
        }

        @Test
        void gets_a_refresh_token_there() {
            Tokens tokens = erin.tokens(App.PLAIN, "openid");

            assertThat(App.PLAIN.refresh(tokens.refreshToken()).accessToken()).isNotEmpty();
        }

        @Test
        void signs_in_to_her_account_page() {
            Page page = signInTo("account-console", "/realms/atrium/account/", erin);

            assertThat(page.address().getPath()).isEqualTo("/realms/atrium/account/");
            assertThat(page.address().toString()).contains("code=");
        }

        @Test
        void signs_in_to_the_admin_console() {
            Page page = signInTo("security-admin-console", "/admin/atrium/console/", erin);

            assertThat(page.address().getPath()).isEqualTo("/admin/atrium/console/");
            assertThat(page.address().toString()).contains("code=");
        }

        private static Page signInTo(String clientId, String path, Visitor visitor) {
            String address = AtriumServer.baseUrl().resolve(path).toString();
            return visitor.signsIn(new App(clientId, Optional.empty()), "openid", Map.of("redirect_uri", address));
        }
    }

    @Nested
    class Given_an_app_with_the_project_scope_alone {
        private final App app = new TestClients(admin)
                .like(App.PLAIN, client -> ((ArrayNode) client.path("defaultClientScopes")).add("project"));
        private final TestUser person = admin.user("example.org");

        @Test
        void has_the_person_choose_a_profile() {
            person.joins("riverside", "Practitioner/one", "clinician");
            person.joins("lakeside", "Practitioner/two", "reader");

            Page page = Visitor.of(person).signsIn(app, "openid");

            assertThat(page.profiles()).hasSize(2);
            Tokens tokens = app.exchange(page.choose("lakeside"));
            assertThat(tokens.idClaims().path("project").asText()).isEqualTo("lakeside");
        }

        @Test
        void turns_people_without_one_away() {
            Page page = Visitor.of(person).signsIn(app, "openid");

            assertThat(page.back().callback()).containsEntry("error", "access_denied");
        }
    }
}
