package dev.atrium.tests.chromium.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.broker.ScriptedProvider;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.login.factor.Keys;
import dev.atrium.tests.login.factor.StrictProject;
import dev.atrium.tests.mail.MailServer;
import dev.atrium.tests.smart.PatientServer;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** A copy of the delivered realm, with the people, the provider and the servers that it takes to meet every page. */
public final class PagesRealm implements AutoCloseable {
    static final String CHOICE = "ada@choice.example";
    static final String OWN_METHODS =
            "[{\"key\":\"choice.example\",\"value\":\"password passkey email-code idp:google\"}]";

    final MailServer mails = MailServer.start();
    final ScriptedProvider google = ScriptedProvider.start();
    final PatientServer records = PatientServer.start()
            .patient("leo", "Leo", "Brown", "2017-04-03")
            .patient("lea", "Lea", "Brown", "1951-11-30")
            .with("""
                    {"resourceType": "Encounter", "id": "today", "status": "in-progress", "class": {"display": "Visit"},
                     "subject": {"reference": "Patient/leo"}, "type": [{"text": "Check-up"}],
                     "period": {"start": "2026-03-01T09:30:00+01:00"}}""");

    private final TestRealm realm;

    PagesRealm() {
        ObjectNode file = TestRealm.file();
        file.put("registrationAllowed", true);
        rules(file);
        realm = TestRealm.imported(file).mailsTo(mails);
        realm.admin()
                .create(
                        "identity-provider/instances",
                        google.representation("google").put("displayName", "Google"));
        projects();
        people();
    }

    String name() {
        return realm.name();
    }

    private static void rules(ObjectNode file) {
        StreamSupport.stream(file.path("authenticationFlows").spliterator(), false)
                .flatMap(flow -> StreamSupport.stream(
                        flow.path("authenticationExecutions").spliterator(), false))
                .filter(step -> step.path("authenticator").asText().equals("atrium-domain"))
                .forEach(step -> ((ObjectNode) step).put("authenticatorConfig", "Rules"));
        ObjectNode rules = file.withArray("authenticatorConfig").addObject().put("alias", "Rules");
        rules.putObject("config").put("atrium.login-rules", OWN_METHODS);
    }

    private void projects() {
        attributes("riverside", attributes -> {
            attributes.putArray("atrium.fhir-base-url").add(records.base());
            attributes.putArray("atrium.mail.colour").add("#1f5fa8");
            attributes.putArray("atrium.help-contact").add("help@riverside.example");
        });
        realm.project("strict");
        attributes("strict", attributes -> {
            attributes.putArray("atrium.fhir-base-url").add("http://localhost:8090/fhir/strict");
            attributes.putArray(StrictProject.MFA).add("true");
        });
        realm.project("keys");
        attributes("keys", attributes -> {
            attributes.putArray("atrium.fhir-base-url").add("http://localhost:8090/fhir/keys");
            attributes.putArray(StrictProject.METHODS).add("passkey");
        });
        realm.policy("clinician", "user/*.cruds", "patient/*.cruds");
        realm.policy("reader", "user/*.rs");
        realm.policy("patient-self", "patient/*.rs");
    }

    private void people() {
        joins("riverside", "alice", "Practitioner/alice", "clinician");
        joins("riverside", "bob", "Practitioner/bob", "clinician");
        joins("lakeside", "bob", "Practitioner/bob-lakeside", "reader");
        joins("riverside", "carol", "Patient/carol", "patient-self");
        person(CHOICE, user -> {});
        person("sam@strict.example", user -> {});
        joins("strict", "sam@strict.example", "Practitioner/sam", "clinician");
        person("otto@example.org", StrictProject::withApp);
        person("kim@example.org", Keys::passkey);
        joins("keys", "kim@example.org", "Practitioner/kim", "clinician");
        person("nora@example.org", user -> user.put("emailVerified", false));
        person("nobody@example.org", user -> user.remove("lastName"));
    }

    private void person(String email, Consumer<ObjectNode> change) {
        ObjectNode user = TestUser.representation(email).put("firstName", "Ada").put("lastName", "Brown");
        change.accept(user);
        realm.admin().create("users", user);
    }

    private void joins(String project, String user, String profile, String policy) {
        realm.membership(TestRealm.membershipBody(project, user, profile, policy));
    }

    private void attributes(String alias, Consumer<ObjectNode> change) {
        String id = realm.projectId(alias);
        ObjectNode organization = (ObjectNode) realm.admin().read("organizations/" + id);
        change.accept(organization.withObject("/attributes"));
        Answer answer = realm.admin().put("organizations/" + id, organization);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    /** The link of an invitation, for somebody new or for this address. */
    String invitation(String email) {
        ObjectNode invitation = Admin.JSON
                .createObjectNode()
                .put("email", email)
                .put("project", "riverside")
                .put("profile", "Practitioner/" + UUID.randomUUID())
                .put("policy", "clinician")
                .put("sendEmail", false);
        Answer answer = realm.admin().post("atrium/invitations", invitation);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonNode invited = answer.json();
        return invited.path("link").asText();
    }

    /** An app of this name that speaks SAML, and is opened at an address of the realm. */
    void samlApp(String name) {
        ObjectNode client = Admin.JSON.createObjectNode().put("clientId", name).put("protocol", "saml");
        client.putArray("redirectUris").add(Browser.CALLBACK);
        client.putObject("attributes")
                .put("saml.client.signature", "false")
                .put("saml_idp_initiated_sso_url_name", name)
                .put("saml_assertion_consumer_url_post", Browser.CALLBACK);
        realm.admin().create("clients", client);
    }

    @Override
    public void close() {
        realm.close();
        records.close();
        google.close();
        mails.close();
    }
}
