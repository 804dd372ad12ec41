package dev.atrium.tests;

import static dev.atrium.tests.admin.TestRealm.membershipBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of the admin REST: 30 memberships, ten each of ann and ben in the clinic, ten inactive of ben elsewhere. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class AdminRestListsIT {
    private static final String MEMBERSHIPS = "atrium/memberships";

    private TestRealm realm;
    private AdminRest admin;
    private String clinic;
    private String ben;

    @BeforeAll
    void thirty_memberships() {
        realm = TestRealm.create();
        admin = realm.admin();
        clinic = realm.project("clinic");
        realm.project("hospital");
        realm.user("ann");
        ben = realm.user("ben");
        realm.policy("zebra", "user/*.rs");
        realm.policy("Ape", "user/*.rs");
        realm.policy("monkey", "user/*.rs");
        for (int i = 0; i < 10; i++) {
            realm.membership(membershipBody("clinic", "ann", "Patient/" + i, "ape"));
            realm.membership(membershipBody("clinic", "ben", "Practitioner/" + i, "ape"));
            realm.membership(membershipBody("hospital", "ben", "Practitioner/" + i, "ape")
                    .put("active", false));
        }
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_pages {
        @Test
        void hold_every_membership_once_in_one_order() {
            List<String> paged = new ArrayList<>();
            for (int first = 0; first < 35; first += 7) {
                paged.addAll(admin.list(MEMBERSHIPS + "?max=7&first=" + first, "id"));
            }

            assertThat(paged)
                    .hasSize(30)
                    .doesNotHaveDuplicates()
                    .isEqualTo(admin.list(MEMBERSHIPS + "?max=1000", "id"));
        }

        @Test
        void have_twenty_unless_said() {
            assertThat(admin.list(MEMBERSHIPS, "id")).hasSize(20);
        }

        @Test
        void hold_every_membership_once_also_when_each_begins_after_the_last_one_seen() {
            List<String> paged = new ArrayList<>(admin.list(MEMBERSHIPS + "?max=7", "id"));
            for (int page = 0; page < 5; page++) {
                paged.addAll(admin.list(MEMBERSHIPS + "?max=7&after=" + paged.get(paged.size() - 1), "id"));
            }

            assertThat(paged).isEqualTo(admin.list(MEMBERSHIPS + "?max=1000", "id"));
        }

        @Test
        void begin_after_one_that_the_filter_leaves_out() {
            List<String> all = admin.list(MEMBERSHIPS + "?max=1000", "id");
            List<String> ofAnn = admin.list(MEMBERSHIPS + "?max=1000&user=ann", "id");

            assertThat(admin.list(MEMBERSHIPS + "?max=1000&user=ann&after=" + all.get(14), "id"))
                    .isEqualTo(ofAnn.stream().filter(id -> all.indexOf(id) > 14).toList())
                    .isNotEmpty();
        }

        @Test
        void are_empty_behind_the_end() {
            assertThat(admin.list(MEMBERSHIPS + "?first=10000", "id")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "first=10001, first",
            "first=999999, first",
            "after=00000000-0000-0000-0000-000000000000, after",
            "after=nonsense, after"
        })
        void do_not_begin_where_nobody_can_know_what_comes_before(String query, String field) {
            Answer answer = admin.get(MEMBERSHIPS + "?" + query);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("field").asText()).isEqualTo(field);
        }

        @Test
        void begin_in_one_way_only() {
            String id = admin.list(MEMBERSHIPS, "id").get(0);

            Answer answer = admin.get(MEMBERSHIPS + "?first=1&after=" + id);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("field").asText()).isEqualTo("after");
        }

        @Test
        void say_how_many_there_are_on_all_of_them() {
            assertThat(total(MEMBERSHIPS + "?max=1&user=ann")).isEqualTo("10");
            assertThat(total("atrium/policies?max=1")).isEqualTo("3");
        }
    }

    @Nested
    class Given_filters {
        @ParameterizedTest
        @CsvSource({
            "project=clinic, 20",
            "project=Project%20clinic, 20",
            "user=ben, 20",
            "user=BEN, 20",
            "active=true, 20",
            "active=false, 10",
            "profile=Patient/3, 1",
            "profile=Practitioner/3, 2",
            "profile=Practitioner/404, 0",
            "project=hospital&user=ann, 0",
            "project=hospital&user=ben&profile=Practitioner/3&active=false, 1"
        })
        void count_and_list_the_same(String filter, int expected) {
            assertThat(admin.list(MEMBERSHIPS + "?max=1000&" + filter, "id")).hasSize(expected);
            assertThat(admin.read(MEMBERSHIPS + "/count?" + filter).asInt()).isEqualTo(expected);
        }

        @Test
        void take_the_ids_of_project_and_user_too() {
            assertThat(admin.list(MEMBERSHIPS + "?max=1000&project=" + clinic + "&user=" + ben, "profile"))
                    .hasSize(10)
                    .allMatch(profile -> profile.startsWith("Practitioner/"));
        }

        @Test
        void give_only_what_they_ask_for() {
            assertThat(admin.list(MEMBERSHIPS + "?max=1000&user=ann", "user")).containsOnly("ann");
            assertThat(admin.list(MEMBERSHIPS + "?max=1000&project=hospital", "project"))
                    .containsOnly("hospital");
            assertThat(admin.list(MEMBERSHIPS + "?max=1000&active=false", "active"))
                    .containsOnly("false");
        }
    }

    @Nested
    class Given_policies {
        @Test
        void are_listed_by_name_whatever_its_case() {
            assertThat(admin.list("atrium/policies", "name")).containsExactly("Ape", "monkey", "zebra");
            assertThat(admin.list("atrium/policies?first=1&max=1", "name")).containsExactly("monkey");
            assertThat(admin.read("atrium/policies/count").asInt()).isEqualTo(3);
        }
    }

    @Nested
    class Given_another_realm {
        @Test
        void sees_nothing_of_this_one() {
            try (TestRealm other = TestRealm.create()) {
                String id = admin.list(MEMBERSHIPS, "id").get(0);
                String policy = admin.list("atrium/policies", "id").get(0);

                assertThat(other.admin().list(MEMBERSHIPS, "id")).isEmpty();
                assertThat(other.admin().list("atrium/policies", "id")).isEmpty();
                assertThat(other.admin().get(MEMBERSHIPS + "/" + id).status()).isEqualTo(404);
                assertThat(other.admin().delete(MEMBERSHIPS + "/" + id).status())
                        .isEqualTo(404);
                assertThat(other.admin().delete("atrium/policies/" + policy).status())
                        .isEqualTo(404);
                assertThat(admin.get(MEMBERSHIPS + "/" + id).status()).isEqualTo(200);
                assertThat(admin.get("atrium/policies/" + policy).status()).isEqualTo(200);
            }
        }

        @Test
        void may_have_policies_of_the_same_name() {
            try (TestRealm other = TestRealm.create()) {
                assertThat(other.policy("zebra", "user/*.cruds")).isNotEmpty();
            }
        }
    }

    private String total(String path) {
        return admin.get(path).response().headers().firstValue("X-Total-Count").orElseThrow();
    }
}
