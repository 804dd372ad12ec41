package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whom an administrator means by a name. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class AdminRestPeopleIT {
    private TestRealm realm;

    @BeforeAll
    void people() {
        realm = TestRealm.populated();
        // where people sign in with either, Keycloak lets nobody take the other's, but for those whom a provider brings
        realm.admin().put("", Admin.JSON.createObjectNode().put("loginWithEmailAllowed", false));
        person("carla", "carla@clinic.example", true);
        person("somebody", "taken@clinic.example", false);
        person("dora@clinic.example", "other@clinic.example", true);
        person("dora", "dora@clinic.example", true);
        person("frieda@clinic.example", "else@clinic.example", true);
        person("frieda", "frieda@clinic.example", false);
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_an_e_mail_address {
        @Test
        void means_who_has_proved_it() {
            assertThat(joins("carla@clinic.example").json().path("user").asText())
                    .isEqualTo("carla");
            assertThat(realm.admin().read("atrium/memberships?user=Carla@Clinic.example"))
                    .hasSize(1);
        }

        @Test
        void means_nobody_until_it_is_proved() {
            assertThat(joins("taken@clinic.example").text("field")).isEqualTo("user");
        }

        @Test
        void means_nobody_when_it_is_the_user_name_of_another() {
            assertThat(joins("dora@clinic.example").text("field")).isEqualTo("user");
        }

        @Test
        void means_nobody_when_it_is_the_user_name_of_another_and_not_proved_yet() {
            assertThat(joins("frieda@clinic.example").text("field")).isEqualTo("user");
        }
    }

    @Nested
    class Given_a_user_name_that_looks_like_an_address {
        @Test
        void means_who_has_it() {
            person("ed@clinic.example", "edward@clinic.example", true);

            assertThat(joins("ed@clinic.example").json().path("user").asText()).isEqualTo("ed@clinic.example");
        }
    }

    private Answer joins(String user) {
        return realm.admin()
                .post("atrium/memberships", TestRealm.membershipBody("clinic", user, "Practitioner/1", "reader"));
    }

    private void person(String username, String email, boolean verified) {
        ObjectNode user = Admin.JSON
                .createObjectNode()
                .put("username", username)
                .put("email", email)
                .put("emailVerified", verified)
                .put("enabled", true);
        realm.admin().create("users", user);
    }
}
