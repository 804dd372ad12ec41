package dev.atrium.tests.login.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.stages.TestProject;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

/** A project of a test's own, with a look, whose domain is {@code <alias>.example}. */
record BrandedProject(Admin admin, String id, String alias) implements AutoCloseable {
    static final Map<String, String> LOOK = Map.of(
            "atrium.mail.sender-name", "Bäckerei & Söhne Clinic",
            "atrium.mail.logo", "https://clinic.example/logo.png?size=2&x=1",
            "atrium.mail.colour", "#7a1fa2",
            "atrium.help-contact", "+49 30 123456");

    static BrandedProject make(Map<String, String> look) {
        Admin admin = Admin.ofRealm();
        String alias = "look-" + UUID.randomUUID().toString().substring(0, 8);
        BrandedProject made =
                new BrandedProject(admin, TestProject.make(admin, alias).id(), alias);
        made.set(look);
        return made;
    }

    void set(Map<String, String> attributes) {
        ObjectNode organization = (ObjectNode) admin.read("organizations/" + id);
        ObjectNode all = organization.withObject("/attributes");
        attributes.forEach((name, value) -> all.putArray(name).add(value));
        HttpResponse<String> answer = admin.send("PUT", "organizations/" + id, organization.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    String domain() {
        return alias + ".example";
    }

    String fhirBaseUrl() {
        return "http://localhost:8090/fhir/" + alias;
    }

    TestUser clinician(String domain) {
        TestUser person = admin.user(domain);
        person.joins(alias, "Practitioner/" + UUID.randomUUID(), "clinician");
        return person;
    }

    @Override
    public void close() {
        admin.delete("organizations/" + id);
    }
}
