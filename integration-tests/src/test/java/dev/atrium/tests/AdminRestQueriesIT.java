package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.Refusal;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the admin REST says of queries and ids that are wrong. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class AdminRestQueriesIT {
    private static final Refusal NOT_FOUND = new Refusal(404, "not_found", "");

    private final AdminRest admin = AdminRest.of("atrium");

    @Nested
    class Given_a_query_of_a_list {
        @ParameterizedTest
        @CsvSource({
            "first, -1",
            "first, abc",
            "first, 1.5",
            "first, 9999999999",
            "first, ''",
            "first, 0x10",
            "first, 1&first=2",
            "max, 0",
            "max, -1",
            "max, 1001",
            "max, 2147483648",
            "max, +1"
        })
        void takes_no_page(String parameter, String value) {
            Refusal refusal = new Refusal(400, "invalid_field", parameter);

            assertThat(refusal("atrium/memberships?" + parameter + "=" + value)).isEqualTo(refusal);
            assertThat(refusal("atrium/policies?" + parameter + "=" + value)).isEqualTo(refusal);
        }

        @ParameterizedTest
        @CsvSource({
            "project, nowhere",
            "project, ''",
            "user, nobody",
            "user, f:x",
            "user, f:x:y",
            "user, %ED%A0%80",
            "user, alice&user=bob",
            "profile, Observation/1",
            "profile, Patient",
            "active, yes",
            "active, TRUE"
        })
        void takes_no_filter(String parameter, String value) {
            assertThat(refusal("atrium/memberships?" + parameter + "=" + value))
                    .isEqualTo(new Refusal(400, "invalid_field", parameter));
            assertThat(refusal("atrium/memberships/count?" + parameter + "=" + value))
                    .isEqualTo(new Refusal(400, "invalid_field", parameter));
        }

        @ParameterizedTest
        @ValueSource(strings = {"search", "Project", "offset", "q", "briefRepresentation"})
        void has_no_parameter(String parameter) {
            Refusal refusal = new Refusal(400, "unknown_field", parameter);

            assertThat(refusal("atrium/memberships?" + parameter + "=x")).isEqualTo(refusal);
            assertThat(refusal("atrium/policies?" + parameter + "=x")).isEqualTo(refusal);
        }

        @Test
        void does_not_get_through_with_a_nul() {
            assertThat(admin.get("atrium/memberships?user=%00").status()).isEqualTo(400);
            assertThat(admin.get("atrium/policies?max=%00").status()).isEqualTo(400);
        }

        @Test
        void does_not_look_for_the_projects_of_another_realm() {
            String id = AdminRest.of("atrium").list("organizations", "id").get(0);

            assertThat(Refusal.of(AdminRest.of("lakeside-idp").get("atrium/memberships?project=" + id)))
                    .isEqualTo(new Refusal(400, "invalid_field", "project"));
        }
    }

    @Nested
    class Given_an_id {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "none",
                    "00000000-0000-0000-0000-000000000000",
                    "%00",
                    "%20",
                    "%ED%A0%80",
                    "..%2f..%2fusers",
                    "%27%20or%201=1--",
                    "f:x:y"
                })
        void of_nothing_is_not_found(String id) {
            for (String list : new String[] {"atrium/memberships/", "atrium/policies/"}) {
                assertThat(refusal(list + id)).isEqualTo(NOT_FOUND);
                assertThat(Refusal.of(admin.delete(list + id))).isEqualTo(NOT_FOUND);
                assertThat(Refusal.of(admin.put(list + id, Admin.JSON.createObjectNode())))
                        .isEqualTo(NOT_FOUND);
            }
            assertThat(Refusal.of(admin.post("atrium/memberships/" + id + "/activate")))
                    .isEqualTo(NOT_FOUND);
            assertThat(Refusal.of(admin.post("atrium/memberships/" + id + "/deactivate")))
                    .isEqualTo(NOT_FOUND);
        }

        @Test
        void of_any_length_is_not_found() {
            assertThat(refusal("atrium/memberships/" + "x".repeat(2000))).isEqualTo(NOT_FOUND);
            assertThat(refusal("atrium/policies/" + "x".repeat(2000))).isEqualTo(NOT_FOUND);
        }
    }

    @Nested
    class Given_a_path_or_method_that_does_not_exist {
        @Test
        void is_answered_by_keycloak() {
            assertThat(admin.get("atrium/nothing").status()).isIn(404, 405);
            assertThat(admin.delete("atrium/memberships").status()).isIn(404, 405);
            assertThat(admin.get("atrium/memberships/none/activate").status()).isIn(404, 405);
            assertThat(AdminRest.of("no-such-realm").get("atrium/memberships").status())
                    .isEqualTo(404);
        }
    }

    private Refusal refusal(String path) {
        return Refusal.of(admin.get(path));
    }
}
