package dev.atrium.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.App;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a realm file brings is taken, whatever comes first in it; what of it cannot be read allows nothing. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class ImportedTableIT {
    private TestRealm realm;

    @BeforeAll
    void imported() {
        ObjectNode file = Admin.JSON
                .createObjectNode()
                .put("realm", "imported")
                .put("enabled", true)
                .put("organizationsEnabled", true)
                .put("browserFlow", "sign-in");
        ObjectNode flow = file.putArray("authenticationFlows")
                .addObject()
                .put("alias", "sign-in")
                .put("providerId", "basic-flow")
                .put("topLevel", true);
        ArrayNode steps = flow.putArray("authenticationExecutions");
        steps.addObject()
                .put("authenticator", "atrium-domain")
                .put("requirement", "REQUIRED")
                .put("authenticatorConfig", "tables");
        steps.addObject().put("authenticator", "atrium-password").put("requirement", "REQUIRED");
        ObjectNode tables = file.putArray("authenticatorConfig").addObject().put("alias", "tables");
        tables.putObject("config")
                .put(
                        LoginRealm.RULES,
                        LoginRealm.table("good.example=password; fax.example=fax password; hospital..example=password;"
                                + " gone.example=idp:gone password; only.example=idp:gone; later.example=idp:later;"
                                + " twice.example=password; Twice.example=password; *=password"));
        ObjectNode provider = file.putArray("identityProviders")
                .addObject()
                .put("alias", "later")
                .put("providerId", "oidc")
                .put("enabled", true);
        provider.putObject("config").put("clientId", "atrium");
        realm = TestRealm.imported(file);
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Test
    void rows_that_can_be_read_work() {
        assertThat(name("dave@good.example")).isEqualTo("password | rule good.example");
        assertThat(name("dave@later.example")).isEqualTo("idp:later | rule later.example");
    }

    @Test
    void a_method_that_cannot_be_read_leaves_none_of_its_row() {
        assertThat(name("dave@fax.example")).isEqualTo(" | rule fax.example");
    }

    @Test
    void a_provider_that_is_gone_is_no_method() {
        assertThat(name("dave@gone.example")).isEqualTo("password | rule gone.example");
        assertThat(preview("dave@only.example").path("name").path("problem").asText())
                .isEqualTo("Nobody can sign in by the row 'only.example': the realm has no identity provider 'gone'.");
    }

    @Test
    void a_pattern_that_cannot_be_read_may_have_meant_anybody_without_a_row_of_their_own() {
        assertThat(name("dave@hospital.example")).isEqualTo(" | rule *");
        assertThat(name("mmeier")).isEqualTo(" | rule -");
    }

    @Test
    void a_pattern_twice_allows_nothing() {
        assertThat(name("dave@twice.example")).isEqualTo(" | rule twice.example");
    }

    @Test
    void every_problem_is_told() {
        assertThat(preview("dave@good.example").path("problems"))
                .extracting(JsonNode::asText)
                .anyMatch(problem -> problem.contains("'fax.example'"))
                .anyMatch(problem -> problem.contains("'hospital..example'"))
                .anyMatch(problem -> problem.contains("'gone.example'"))
                .anyMatch(problem -> problem.contains("'only.example'"))
                .anyMatch(problem -> problem.contains("'Twice.example'"))
                .hasSize(5);
    }

    private String name(String typed) {
        return LoginRealm.line(preview(typed).path("name"));
    }

    private JsonNode preview(String typed) {
        return realm.admin().read("atrium/sign-in-preview?" + App.query(Map.of("email", typed)));
    }
}
