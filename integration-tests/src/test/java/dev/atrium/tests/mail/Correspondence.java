package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import java.util.List;

/** A realm with a mail server, two projects and a policy, in which people are written to. */
final class Correspondence implements AutoCloseable {
    static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "it", "pt-BR", "nl", "ja", "zh-CN", "ar");
    static final String STUDY = "Diabetes Study";

    private static final String LAST = "Verify email";

    final MailServer mails = MailServer.start();
    final TestRealm realm = TestRealm.create().mailsTo(mails);
    final String study = project("study", STUDY);
    final String clinic = project("clinic", "Hill Clinic");

    private final String policy = realm.policy("reader", "user/*.rs");

    Correspondence() {
        ObjectNode settings = Admin.JSON
                .createObjectNode()
                .put("displayName", "Lakeside")
                .put("emailTheme", "atrium")
                .put("internationalizationEnabled", true)
                .put("defaultLocale", "en");
        LANGUAGES.forEach(settings.putArray("supportedLocales")::add);
        change("", settings);
    }

    AdminRest admin() {
        return realm.admin();
    }

    String project(String alias, String name) {
        ObjectNode project = Admin.JSON
                .createObjectNode()
                .put("name", name)
                .put("alias", alias)
                .put("enabled", true);
        project.putArray("domains").addObject().put("name", alias + ".example");
        return admin().create("organizations", project);
    }

    /** Somebody without a way to sign in yet; gives the id. */
    String person(String name) {
        return person(name, Admin.JSON.createObjectNode());
    }

    /** Somebody with what is said of them beyond name and address; gives the id. */
    String person(String name, ObjectNode more) {
        ObjectNode user = Admin.JSON
                .createObjectNode()
                .put("username", name)
                .put("email", address(name))
                .put("firstName", "Ann")
                .put("lastName", "Berg")
                .put("enabled", true);
        user.setAll(more);
        return admin().create("users", user);
    }

    static String address(String name) {
        return name + "@example.org";
    }

    /** Gives the id of the membership. */
    String joins(String name, String project) {
        return realm.membership(membership(name, project));
    }

    ObjectNode membership(String name, String project) {
        return TestRealm.membershipBody(project, name, "Practitioner/" + name, policy);
    }

    void change(String path, JsonNode what) {
        int status = admin().put(path, what).status();
        assertThat(status).as("PUT %s", path).isIn(200, 204);
    }

    /** The next mail to this person, who has got so many before. */
    ReceivedMail next(String name, int before) {
        Eventually.holds(
                () -> mails.mailsTo(address(name)).size() > before,
                () -> "mails to " + name + ": " + mails.mailsTo(address(name)).size());
        return mails.mailsTo(address(name)).get(before);
    }

    ReceivedMail first(String name) {
        return next(name, 0);
    }

    /** What this person has got, up to a mail that is caused now: those to one person go in their order. */
    List<String> subjectsTo(String name) {
        String id = admin().list("users?exact=true&username=" + name, "id").get(0);
        change("users/" + id, Admin.JSON.createObjectNode().put("enabled", true));
        change("users/" + id + "/send-verify-email", Admin.JSON.createObjectNode());
        mails.await(mail -> mail.to().equals(address(name)) && mail.subject().equals(LAST));
        return mails.mailsTo(address(name)).stream()
                .map(ReceivedMail::subject)
                .filter(subject -> !subject.equals(LAST))
                .toList();
    }

    @Override
    public void close() {
        realm.close();
        mails.close();
    }
}
