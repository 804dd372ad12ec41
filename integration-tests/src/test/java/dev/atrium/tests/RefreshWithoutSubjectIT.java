package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Refresh tokens whose {@code sub} is not the person's id, or is not there. */
@ExtendWith(AtriumServer.class)
class RefreshWithoutSubjectIT {
    private final Admin admin = Admin.ofRealm();
    private final TestClient client = TestClient.of(admin, "user/*.cruds", "offline_access");

    @Nested
    class Given_a_client_with_lightweight_access_tokens {
        @Test
        void keeps_its_scopes_and_its_profile() {
            client.with("client.use.lightweight.access.token.enabled", "true");

            Tokens refreshed = refreshed("openid user/*.rs");

            assertThat(refreshed.scopes()).containsExactlyInAnyOrder("openid", "user/*.rs");
            assertThat(refreshed.accessClaims().has("membership")).isTrue();
        }

        @Test
        void keeps_them_offline_too() {
            client.with("client.use.lightweight.access.token.enabled", "true");

            assertThat(refreshed("openid user/*.rs offline_access").scopes()).contains("user/*.rs");
        }
    }

    @Nested
    class Given_a_client_that_is_told_a_subject_of_its_own {
        @Test
        void keeps_its_scopes_and_its_subject() {
            ObjectNode mapper = Admin.JSON
                    .createObjectNode()
                    .put("name", "pairwise")
                    .put("protocol", "openid-connect")
                    .put("protocolMapper", "oidc-sha256-pairwise-sub-mapper");
            mapper.putObject("config").put("pairwiseSubAlgorithmSalt", "salt");
            admin.created("clients/" + client.uuid() + "/protocol-mappers/models", mapper);
            Person person = practitioner();
            Tokens first = person.tokens(client.app(), "openid user/*.rs");

            Tokens refreshed = client.app().refresh(first.refreshToken());

            assertThat(refreshed.scopes()).containsExactlyInAnyOrder("openid", "user/*.rs");
            assertThat(refreshed.accessClaims().path("sub"))
                    .isEqualTo(first.accessClaims().path("sub"));
        }
    }

    private Tokens refreshed(String scope) {
        return client.app().refresh(practitioner().tokens(client.app(), scope).refreshToken());
    }

    private Person practitioner() {
        TestUser user = admin.user("example.org");
        user.joins("riverside", "Practitioner/" + user.id(), "clinician");
        return Person.of(user);
    }
}
