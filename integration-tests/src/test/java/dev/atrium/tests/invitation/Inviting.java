package dev.atrium.tests.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.MailServer;
import dev.atrium.tests.mail.ReceivedMail;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The demo realm with a mail server, in which people are invited to Riverside Clinic and land in the app "ward". */
final class Inviting implements AutoCloseable {
    static final URI HOME = URI.create("http://localhost:8091/home");
    static final String CARLA = "carla.new@example.org";

    private static final String LAST = "Verify email";

    final MailServer mails = MailServer.start();
    final TestRealm realm = TestRealm.delivered().mailsTo(mails);

    Inviting() {
        realm.policy("clinician", "user/*.cruds", "patient/*.rs");
        ObjectNode client = Admin.JSON
                .createObjectNode()
                .put("clientId", "ward")
                .put("name", "Ward app")
                .put("publicClient", true)
                .put("baseUrl", HOME.toString());
        client.putArray("redirectUris").add(Browser.CALLBACK);
        client.putArray("defaultClientScopes").add("basic").add("atrium");
        client.putArray("optionalClientScopes").add("user/*.cruds").add("fhirUser");
        admin().create("clients", client);
    }

    AdminRest admin() {
        return realm.admin();
    }

    /** The least an invitation has to say, and where to land. */
    static ObjectNode invitation(String email) {
        return Admin.JSON
                .createObjectNode()
                .put("email", email)
                .put("project", "riverside")
                .put("profile", "Practitioner/" + email.replaceAll("[^A-Za-z0-9]", "-"))
                .put("policy", "clinician")
                .put("client", "ward");
    }

    /** Invites; gives what the admin REST says of it. */
    JsonNode invite(ObjectNode invitation) {
        Answer answer = admin().post("atrium/invitations", invitation);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    JsonNode invite(String email) {
        return invite(invitation(email));
    }

    JsonNode read(JsonNode invitation) {
        return admin().read("atrium/invitations/" + invitation.path("id").asText());
    }

    String state(JsonNode invitation) {
        return read(invitation).path("state").asText();
    }

    ReceivedMail mail(String email) {
        return mails.await(email);
    }

    /** What this person has got, up to a mail that is caused now: those to one person go in their order. */
    List<String> subjectsTo(String email) {
        String id = admin().list("users?exact=true&email=" + email, "id").get(0);
        admin().put("users/" + id + "/send-verify-email", Admin.JSON.createObjectNode());
        mails.await(mail -> mail.to().equals(email) && mail.subject().equals(LAST));
        return mails.mailsTo(email).stream()
                .map(ReceivedMail::subject)
                .filter(subject -> !subject.equals(LAST))
                .toList();
    }

    URI link(String email) {
        return URI.create(mail(email).link());
    }

    JsonNode memberships(String email) {
        JsonNode users = admin().read("users?exact=true&email=" + email);
        return users.isEmpty()
                ? Admin.JSON.createArrayNode()
                : admin().read("atrium/memberships?user="
                        + users.path(0).path("id").asText());
    }

    /** Presses the button of the page a link leads to. */
    static Page press(Page page) {
        return page.submit("atrium-link", Map.of(), "send");
    }

    static Page choosePassword(Page page, String password) {
        return page.submit(
                "kc-passwd-update-form",
                Map.of("password-new", List.of(password), "password-confirm", List.of(password)),
                "");
    }

    static Page changeAddress(Page page, String email) {
        return page.submit("kc-update-email-form", Map.of("email", List.of(email)), "");
    }

    /** Lets an app know what it asks for, on Keycloak's own page. */
    static Page agree(Page page) {
        Element form = page.html().selectFirst("form[action*=consent]");
        assertThat(form).as(page.text()).isNotNull();
        return page.browser()
                .post(
                        URI.create(form.absUrl("action")),
                        Map.of("code", List.of(form.select("[name=code]").val()), "accept", List.of("")));
    }

    /** Chooses a password and says who they are, as Keycloak asks a new person. */
    static Page setUp(Page page) {
        return choosePassword(page, Admin.PASSWORD)
                .submit(
                        "kc-update-profile-form",
                        Map.of("firstName", List.of("Carla"), "lastName", List.of("New"), "email", List.of(CARLA)),
                        "");
    }

    /** Has the app ask who is there, in the same browser. */
    Page appAsks(Browser browser) {
        return asks(browser, "ward", "openid%20fhirUser%20user%2F*.rs");
    }

    /** Has an app ask that has nothing to do with projects. */
    Page plainAppAsks(Browser browser) {
        return asks(browser, "plain-oidc", "openid");
    }

    /** The same, and has Keycloak ask for something: a new password, say. */
    Page plainAppAsksFor(String action, Browser browser) {
        return asks(browser, "plain-oidc", "openid&kc_action=" + action);
    }

    /** Has people asked whether this app may know who they are. */
    void consentIsAskedFor(String clientId) {
        JsonNode client = admin().read("clients?clientId=" + clientId).path(0);
        admin().put("clients/" + client.path("id").asText(), ((ObjectNode) client).put("consentRequired", true));
    }

    /** Lets people change their address, once they have followed a link to the new one. */
    void addressesCanBeChanged() {
        enableAction("UPDATE_EMAIL");
        ObjectNode config = Admin.JSON.createObjectNode();
        config.putObject("config").put("verifyEmail", "true");
        assertThat(admin().put("authentication/required-actions/UPDATE_EMAIL/config", config)
                        .status())
                .isEqualTo(204);
    }

    /** Lets this person delete their account. */
    void accountsCanBeDeletedBy(String user) {
        enableAction("delete_account");
        String console =
                admin().read("clients?clientId=account").path(0).path("id").asText();
        JsonNode role = admin().read("clients/" + console + "/roles/delete-account");
        assertThat(admin().post(
                                "users/" + user + "/role-mappings/clients/" + console,
                                Admin.JSON.createArrayNode().add(role))
                        .status())
                .isEqualTo(204);
    }

    private void enableAction(String action) {
        String path = "authentication/required-actions/" + action;
        admin().put(path, ((ObjectNode) admin().read(path)).put("enabled", true));
    }

    private Page asks(Browser browser, String client, String scope) {
        return browser.open(AtriumServer.baseUrl()
                .resolve("/realms/" + realm.name() + "/protocol/openid-connect/auth?response_type=code&client_id="
                        + client + "&scope=" + scope + "&redirect_uri=" + Browser.CALLBACK
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"));
    }

    @Override
    public void close() {
        realm.close();
        mails.close();
    }
}
