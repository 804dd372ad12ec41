package dev.atrium.tests.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** An organization of a test's own, whose people sign in at a scripted OpenID provider. */
public final class Hospital implements AutoCloseable {
    static final String REFUSED = "not allowed to confirm this e-mail address";

    private final Admin admin = Admin.ofRealm();
    private final ScriptedProvider provider = ScriptedProvider.start();
    private final String alias = "hospital-" + UUID.randomUUID().toString().substring(0, 8);
    private final String organization;

    private Hospital(String pattern) {
        ObjectNode body = Admin.JSON
                .createObjectNode()
                .put("name", alias)
                .put("alias", alias)
                .put("enabled", true);
        body.putArray("domains")
                .addObject()
                .put("name", pattern.formatted(alias))
                .put("verified", true);
        organization = admin.created("organizations", body);
    }

    /** As the documentation says: Trust Email on, Atrium's flow; linked, for the one domain. */
    public static Hospital documented() {
        return of("%s.example", settings -> {});
    }

    public static Hospital of(String pattern, Consumer<ObjectNode> settings) {
        Hospital hospital = new Hospital(pattern);
        hospital.makeProvider(settings);
        hospital.link(pattern);
        return hospital;
    }

    /** The same provider, which belongs to no organization. */
    public static Hospital unlinked(Consumer<ObjectNode> settings) {
        Hospital hospital = new Hospital("%s.example");
        hospital.makeProvider(settings);
        return hospital;
    }

    Admin admin() {
        return admin;
    }

    /** The id of the organization. */
    public String organization() {
        return organization;
    }

    public String alias() {
        return alias;
    }

    public String domain() {
        return alias + ".example";
    }

    public String someAddress() {
        return "person-" + UUID.randomUUID() + "@" + domain();
    }

    /** Somebody with an account here, which has no credential. */
    public TestUser account(String email) {
        return admin.user(email, user -> user.remove("credentials"));
    }

    /** Comes by the provider, which says this. */
    public Page signsIn(Identity identity) {
        provider.says(identity);
        return App.PLAIN.authorize(new Browser(), "openid", Map.of("kc_idp_hint", alias));
    }

    /** Says this of whoever comes by another way. */
    public void says(Identity identity) {
        provider.says(identity);
    }

    /** Sends whoever comes back with this error. */
    void answers(String error) {
        provider.answers(error);
    }

    /** The status of its answers to codes. */
    void answersCodes(int status) {
        provider.answersCodes(status);
    }

    JsonNode accounts(String email) {
        return admin.read("users?exact=true&email=" + email);
    }

    JsonNode links(TestUser user) {
        return admin.read("users/" + user.id() + "/federated-identity");
    }

    /** Has an administrator link them. */
    public void links(TestUser user, Identity identity) {
        ObjectNode link = Admin.JSON
                .createObjectNode()
                .put("userId", identity.idToken().path("sub").asText())
                .put("userName", identity.idToken().path("preferred_username").asText());
        assertThat(admin.send("POST", "users/" + user.id() + "/federated-identity/" + alias, link.toString())
                        .statusCode())
                .isEqualTo(204);
    }

    public JsonNode credentials(TestUser user) {
        return admin.read("users/" + user.id() + "/credentials");
    }

    JsonNode account(TestUser user) {
        return admin.read("users/" + user.id());
    }

    String mapper(String type, Map<String, String> config) {
        ObjectNode mapper = Admin.JSON
                .createObjectNode()
                .put("name", "mapper-" + UUID.randomUUID())
                .put("identityProviderAlias", alias)
                .put("identityProviderMapper", type);
        ObjectNode settings = mapper.putObject("config").put("syncMode", "INHERIT");
        config.forEach(settings::put);
        return admin.created(instance() + "/mappers", mapper);
    }

    /** Changes a setting of the provider. */
    void set(Consumer<ObjectNode> change) {
        ObjectNode now = (ObjectNode) admin.read(instance());
        change.accept(now);
        admin.update(instance(), now);
    }

    /** Nobody signs in there any more. */
    public void switchOff() {
        set(now -> now.put("enabled", false));
    }

    String instance() {
        return "identity-provider/instances/" + alias;
    }

    private void makeProvider(Consumer<ObjectNode> settings) {
        ObjectNode body = provider.representation(alias).put("hideOnLogin", true);
        settings.accept(body);
        admin.created("identity-provider/instances", body);
    }

    private void link(String pattern) {
        assertThat(admin.send("POST", "organizations/" + organization + "/identity-providers", alias)
                        .statusCode())
                .isEqualTo(204);
        set(now -> ((ObjectNode) now.path("config"))
                .put("kc.org.domain", pattern.formatted(alias))
                .put("kc.org.broker.redirect.mode.email-matches", "true"));
    }

    @Override
    public void close() {
        admin.delete(instance());
        admin.delete("organizations/" + organization);
        provider.close();
    }
}
