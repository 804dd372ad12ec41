package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.server.AtriumServer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose page somebody sees first who comes from an EHR: that of the project that the launch is for. */
@ExtendWith(AtriumServer.class)
class EhrLaunchBrandIT {
    private static final String SCOPE = "openid fhirUser launch patient/*.rs";

    private final Admin admin = Admin.ofRealm();
    private final Ehr ehr = Ehr.of(admin);
    private final App app = TestClient.of(admin, "launch", "launch/patient", "patient/*.cruds", "fhirUser")
            .app();

    @Test
    void the_first_page_has_the_name_of_the_project() {
        assertThat(head(SCOPE, launch())).isEqualTo(ehr.project());
    }

    @Test
    void of_two_projects_on_one_server_it_is_the_one_whose_EHR_it_is() {
        String neighbour = neighbour();
        try {
            Map<String, String> launch = launch();

            assertThat(head("openid fhirUser", Map.of("aud", ehr.server())))
                    .as("what the server alone says")
                    .isEqualTo("Atrium");
            assertThat(head(SCOPE, launch)).isEqualTo(ehr.project());
        } finally {
            admin.delete("organizations/" + neighbour);
        }
    }

    private Map<String, String> launch() {
        return ehr.launch(app, "{'patient': 'ann'}");
    }

    private String head(String scope, Map<String, String> request) {
        Map<String, String> wishes = new HashMap<>(request);
        wishes.put("ui_locales", "en");
        return app.authorize(new Browser(), scope, wishes)
                .html()
                .select("#kc-header-wrapper")
                .text();
    }

    /** Another project on the same FHIR server, whose EHR may not launch anything. */
    private String neighbour() {
        String alias = "neighbour-" + UUID.randomUUID();
        ObjectNode organization = Admin.JSON
                .createObjectNode()
                .put("name", alias)
                .put("alias", alias)
                .put("enabled", true);
        organization.putObject("attributes").putArray("atrium.fhir-base-url").add(ehr.server());
        organization.putArray("domains").addObject().put("name", alias + ".example");
        return admin.created("organizations", organization);
    }
}
