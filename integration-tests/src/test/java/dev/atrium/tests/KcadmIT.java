package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Kcadm;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.server.AtriumServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/admin-rest.md. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class KcadmIT {
    private TestRealm realm;
    private Kcadm kcadm;

    @BeforeAll
    void a_realm_and_the_tool(@TempDir Path directory) {
        realm = TestRealm.create();
        realm.project("riverside");
        realm.user("ann");
        kcadm = Kcadm.signedIn(directory);
        run("create", "atrium/policies", "-s", "name=clinician", "-s", "scopes=[\"user/*.cruds\",\"patient/*.rs\"]");
        run("create", "atrium/policies", "-s", "name=reader", "-s", "scopes=[\"user/*.rs\"]");
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_membership_it_created {
        private final String id = run(
                "create",
                "atrium/memberships",
                "-i",
                "-s",
                "project=riverside",
                "-s",
                "user=ann",
                "-s",
                "profile=Practitioner/" + System.nanoTime(),
                "-s",
                "policy=clinician");
        private final String path = "atrium/memberships/" + id;

        @Test
        void gets_it() {
            assertThat(run("get", path)).contains("\"user\" : \"ann\"", "\"policy\" : \"clinician\"");
        }

        @Test
        void changes_single_properties() {
            run("update", path, "-s", "policy=reader", "-s", "label=Ward 4", "-s", "externalId=4711");

            JsonNode changed = stored();
            assertThat(changed.path("policy").asText()).isEqualTo("reader");
            assertThat(changed.path("label").asText()).isEqualTo("Ward 4");
            assertThat(changed.path("externalId").asText()).isEqualTo("4711");
            assertThat(changed.path("active").asBoolean()).isTrue();
        }

        @Test
        void deactivates_and_activates_it() {
            run("create", path + "/deactivate");
            assertThat(stored().path("active").asBoolean()).isFalse();

            run("create", path + "/activate");
            assertThat(stored().path("active").asBoolean()).isTrue();
        }

        @Test
        void switches_it_off_as_a_property() {
            run("update", path, "-s", "active=false");

            assertThat(stored().path("active").asBoolean()).isFalse();
        }

        @Test
        void deletes_it() {
            run("delete", path);

            assertThat(realm.admin().get(path).status()).isEqualTo(404);
            assertThat(kcadm.attempt("get", path, "-r", realm.name()).exit()).isNotZero();
        }

        private JsonNode stored() {
            return realm.admin().read(path);
        }
    }

    @Nested
    class Given_lists {
        @Test
        void counts_filters_and_pages() {
            for (int i = 0; i < 3; i++) {
                realm.membership(TestRealm.membershipBody(
                        "riverside", "ann", "Person/" + i + "-" + System.nanoTime(), "reader"));
            }

            assertThat(Integer.parseInt(run("get", "atrium/memberships/count", "-q", "project=riverside")))
                    .isGreaterThanOrEqualTo(3);
            assertThat(run("get", "atrium/memberships", "-q", "user=ann", "--offset", "1", "--limit", "1"))
                    .containsOnlyOnce("\"profile\"");
        }

        @Test
        void shows_policies() {
            assertThat(run("get", "atrium/policies", "--fields", "name")).contains("clinician", "reader");
        }
    }

    @Nested
    class Given_a_mistake {
        @Test
        void says_which_property_is_wrong_and_why() {
            Kcadm.Output output = kcadm.attempt(
                    "create",
                    "atrium/memberships",
                    "-r",
                    realm.name(),
                    "-s",
                    "project=riverside",
                    "-s",
                    "user=ann",
                    "-s",
                    "profile=Nurse/1",
                    "-s",
                    "policy=reader");

            assertThat(output.exit()).isNotZero();
            assertThat(output.text()).contains("invalid_field", "profile: Must be a reference such as");
        }
    }

    private String run(String command, String path, String... more) {
        String[] line = new String[more.length + 4];
        line[0] = command;
        line[1] = path;
        line[2] = "-r";
        line[3] = realm.name();
        System.arraycopy(more, 0, line, 4, more.length);
        return kcadm.run(line);
    }
}
