package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A launch context is sealed with the key that signs the realm's refresh tokens. */
@ExtendWith(AtriumServer.class)
class LaunchKeyIT {
    private final Admin admin = Admin.ofRealm();
    private final Ehr ehr = Ehr.of(admin);
    private final TestUser user = admin.user("example.org");
    private final App app =
            TestClient.of(admin, "launch", "patient/*.cruds", "offline_access").app();
    private String key;
    private Tokens tokens;

    @BeforeEach
    void a_launch_under_a_new_key() {
        user.joins(ehr.project(), "Practitioner/1", "clinician");
        ObjectNode component = Admin.JSON
                .createObjectNode()
                .put("name", "a key of the tests")
                .put("providerId", "hmac-generated")
                .put("providerType", "org.keycloak.keys.KeyProvider");
        ObjectNode config = component.putObject("config");
        config.putArray("priority").add("1000");
        config.putArray("algorithm").add("HS512");
        config.putArray("active").add("true");
        key = admin.created("components", component);
        tokens = app.exchange(Person.of(user)
                .signIn(app, "openid launch patient/*.rs offline_access", ehr.launch(app, "{'patient': 'ann'}")));
    }

    @AfterEach
    void gone() {
        admin.send("DELETE", "components/" + key, "");
    }

    @Nested
    class Given_that_the_key_is_replaced {
        @BeforeEach
        void by_the_former_one() {
            ObjectNode passive = (ObjectNode) admin.read("components/" + key);
            passive.withObject("/config").putArray("active").add("false");
            admin.update("components/" + key, passive);
        }

        @Test
        void X_12_the_patient_is_kept_while_the_key_is_passive() {
            Tokens refreshed = app.refresh(tokens.refreshToken());

            assertThat(app.refresh(refreshed.refreshToken()).answer().text("patient"))
                    .isEqualTo("ann");
        }

        @Test
        void X_12_nobody_goes_on_without_the_patient_when_the_key_is_deleted() {
            Tokens refreshed = app.refresh(tokens.refreshToken());
            admin.delete("components/" + key);

            Tokens refused = app.refresh(refreshed.refreshToken());

            assertThat(refused.error()).isEqualTo("invalid_grant");
            assertThat(refused.errorDescription()).contains("launch it again");
        }
    }
}
