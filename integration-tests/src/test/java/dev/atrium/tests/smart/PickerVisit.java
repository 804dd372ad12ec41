package dev.atrium.tests.smart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestPolicy;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who signs in to an app of their own, in a project whose FHIR server is the test's. */
record PickerVisit(Admin admin, PatientServer server, String project, TestUser user, TestClient client) {
    static final String STANDALONE = "openid fhirUser launch/patient patient/Observation.rs";

    private static final String[] ASSIGNED = {
        "launch/patient", "launch/encounter", "fhirUser", "patient/*.cruds", "user/*.cruds", "offline_access"
    };

    /** A new project at this server, a person without a role in it, and an app. */
    static PickerVisit at(PatientServer server) {
        Admin admin = Admin.ofRealm();
        String alias = "picker-" + UUID.randomUUID();
        ObjectNode organization = Admin.JSON
                .createObjectNode()
                .put("name", alias)
                .put("alias", alias)
                .put("enabled", true);
        organization.putObject("attributes").putArray("atrium.fhir-base-url").add(server.base());
        organization.putArray("domains").addObject().put("name", alias + ".example");
        admin.created("organizations", organization);
        return new PickerVisit(admin, server, alias, admin.user("example.org"), TestClient.publicOne(admin, ASSIGNED));
    }

    /** The person has this role, which may do all this. */
    PickerVisit as(String profile, String... policy) {
        user.joins(project, profile, TestPolicy.of(admin, policy).name());
        return this;
    }

    PickerVisit asClinician() {
        return as("Practitioner/doc", "user/*.cruds", "patient/*.cruds");
    }

    App app() {
        return client.app();
    }

    /** In a new browser. */
    Page signIn(String scope) {
        return new Person(user.email(), new Browser()).signIn(app(), scope);
    }

    static Page search(Page page, String name) {
        return search(page, name, "", "");
    }

    static Page search(Page page, String name, String birthDate, String identifier) {
        return page.submit(
                "atrium-patient-search",
                Map.of("name", List.of(name), "birthdate", List.of(birthDate), "identifier", List.of(identifier)),
                "find");
    }

    /** Presses the button of a row, by the id it has. */
    static Page pick(Page page, String id) {
        return page.submit("atrium-patients", Map.of("patient", List.of(id)), "none");
    }

    static Page pickEncounter(Page page, String id) {
        return page.submit("atrium-encounters", Map.of("encounter", List.of(id)), "none");
    }

    static Page nextPage(Page page) {
        return page.submit("atrium-more-form", Map.of(), "more");
    }

    static Page leave(Page page) {
        return page.submit("atrium-leave", Map.of(), "back");
    }

    /** The rows, as they can be read. */
    static List<String> rows(Page page) {
        return page.html().select("button.atrium-choice").eachText();
    }

    static String notice(Page page) {
        return page.html().select("#atrium-notice").text();
    }
}
