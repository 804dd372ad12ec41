package dev.atrium.tests.login.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.stages.TestProject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

/** A project of a test's own, with what it asks of sign-ins. */
public record StrictProject(Admin admin, String id, String alias) {
    public static final String MFA = "atrium.mfa-required";
    public static final String METHODS = "atrium.required-methods";
    public static final String TRUSTED = "atrium.mfa-providers";

    private static final String SECRET = "secret-of-the-phone";

    public static StrictProject make(Admin admin) {
        String alias = "strict-" + UUID.randomUUID().toString().substring(0, 8);
        return new StrictProject(admin, TestProject.make(admin, alias).id(), alias);
    }

    /** An organization that is there already, as a project. */
    static StrictProject of(Admin admin, String id, String alias) {
        return new StrictProject(admin, id, alias).with("atrium.fhir-base-url", "http://localhost:8090/fhir/" + alias);
    }

    public StrictProject with(String attribute, String... values) {
        HttpResponse<String> answer = trySet(attribute, values);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        return this;
    }

    public HttpResponse<String> trySet(String attribute, String... values) {
        ObjectNode organization = (ObjectNode) admin.read("organizations/" + id);
        ObjectNode attributes = organization.withObject("/attributes");
        attributes.remove(attribute);
        if (values.length > 0) {
            List.of(values).forEach(attributes.putArray(attribute)::add);
        }
        return admin.send("PUT", "organizations/" + id, organization.toString());
    }

    public StrictProject asksForASecondFactor() {
        return with(MFA, "true");
    }

    public StrictProject asksForNothing() {
        return with(MFA);
    }

    /** Somebody who works here, with a password. */
    public TestUser clinician() {
        return joined(admin.user("example.org"));
    }

    /** The same, with an authenticator app. */
    public TestUser clinicianWithApp() {
        return joined(admin.user("user-" + UUID.randomUUID() + "@example.org", StrictProject::withApp));
    }

    public TestUser joined(TestUser person) {
        person.joins(alias, "Practitioner/" + UUID.randomUUID(), "clinician");
        return person;
    }

    public static void withApp(ObjectNode user) {
        user.withArray("credentials")
                .addObject()
                .put("type", "otp")
                .put("secretData", "{\"value\":\"" + SECRET + "\"}")
                .put("credentialData", "{\"subType\":\"totp\",\"digits\":6,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
    }

    static String secret() {
        return SECRET;
    }

    public void delete() {
        admin.delete("organizations/" + id);
    }
}
