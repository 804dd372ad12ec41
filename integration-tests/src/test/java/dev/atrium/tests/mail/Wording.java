package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import java.util.Locale;

/** A realm in three languages with two projects, whose mails are worded anew. */
final class Wording implements AutoCloseable {
    final MailServer mails = MailServer.start();
    final TestRealm realm = TestRealm.create().mailsTo(mails);

    Wording() {
        ObjectNode languages = Admin.JSON.createObjectNode();
        languages.put("internationalizationEnabled", true).put("defaultLocale", "en");
        languages.putArray("supportedLocales").add("en").add("de").add("fr");
        realm.admin().put("", languages);
        realm.project("riverside");
        realm.project("lakeside");
        realm.policy("reader", "user/*.rs");
    }

    @Override
    public void close() {
        realm.close();
        mails.close();
    }

    void welcome(String username, String language, String project) {
        person(username, language);
        member(username, project);
    }

    String person(String username, String language) {
        String id = realm.user(username);
        ObjectNode user = (ObjectNode) realm.admin().read("users/" + id);
        user.put("firstName", username.substring(0, 1).toUpperCase(Locale.ROOT) + username.substring(1));
        user.putObject("attributes").putArray("locale").add(language);
        assertThat(realm.admin().put("users/" + id, user).status()).isEqualTo(204);
        return id;
    }

    void member(String username, String project) {
        realm.membership(TestRealm.membershipBody(project, username, "Practitioner/" + username, "reader"));
    }

    void save(String path, ObjectNode template) {
        Answer answer = realm.admin().put(path, template);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    static ObjectNode template(String subject, String text) {
        return Admin.JSON.createObjectNode().put("subject", subject).put("text", text);
    }
}
