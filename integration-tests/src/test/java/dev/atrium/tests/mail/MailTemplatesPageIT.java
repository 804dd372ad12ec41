package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.Kcadm;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What docs/mail-templates.md says, done to the letter. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class MailTemplatesPageIT {
    private static final Pattern FILE = Pattern.compile("`(welcome-..\\.json)`:\n\n```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND =
            Pattern.compile("^kcadm\\.sh (create|update|get|delete) (.*)$", Pattern.MULTILINE);
    private static final Pattern ROW = Pattern.compile("^\\| (`[^|]*`) \\| (`[^|]*`) \\|$", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("`([^`]*)`");

    private final MailServer mails = MailServer.start();
    private final String page;
    private TestRealm realm;

    @TempDir
    Path directory;

    MailTemplatesPageIT() throws IOException {
        page = Files.readString(Checkout.file("docs/mail-templates.md"));
    }

    @BeforeEach
    void a_realm_with_the_project() {
        realm = TestRealm.create().mailsTo(mails);
        ObjectNode languages = Admin.JSON.createObjectNode().put("internationalizationEnabled", true);
        languages.putArray("supportedLocales").add("en").add("de");
        realm.admin().put("", languages);
        realm.project("riverside");
    }

    @AfterEach
    void gone() {
        realm.close();
        mails.close();
    }

    @Test
    void the_commands_preview_send_and_save_the_files() throws IOException {
        for (MatchResult file : FILE.matcher(page).results().toList()) {
            Files.writeString(directory.resolve(file.group(1)), file.group(2));
        }
        Kcadm kcadm = Kcadm.signedIn(directory);
        String task = page.substring(0, page.indexOf("## Which template is used"));
        List<String> printed = COMMAND.matcher(task)
                .results()
                .map(command -> kcadm.run(arguments(command)))
                .toList();
        assertThat(printed).hasSize(7);
        assertThat(printed.get(0)).contains("\"origin\" : \"draft\"", "Ada Lovelace");
        assertThat(mails.await("you@example.org").subject()).startsWith("[Test] Welcome to Project riverside");
        assertThat(Admin.parse(printed.get(4)).findValuesAsText("language")).containsExactly("de", "en");
        assertThat(Admin.parse(printed.get(5)).path("subject").asText()).isEqualTo("Willkommen bei ${projectName}");
        assertThat(realm.admin().list("atrium/projects/riverside/mail-templates", "language"))
                .containsExactly("en");
    }

    @Test
    void the_table_has_the_variables_of_each_mail() {
        JsonNode kinds = realm.admin().read("atrium/mail-templates/kinds");
        Map<String, List<String>> documented = new HashMap<>();
        ROW.matcher(page.substring(page.indexOf("## Variables")))
                .results()
                .forEach(row -> words(row.group(1)).forEach(kind -> documented.put(kind, words(row.group(2)))));
        List<String> ofAll = List.of("recipientName", "recipientEmail", "realmName", "brandName", "logoUrl", "colour");
        assertThat(kinds).isNotEmpty().allSatisfy(kind -> {
            List<String> variables = kind.path("variables").findValuesAsText("name");
            assertThat(variables).startsWith(ofAll.toArray(String[]::new));
            assertThat(documented.get(kind.path("kind").asText()))
                    .containsExactlyInAnyOrderElementsOf(variables.subList(ofAll.size(), variables.size()));
        });
    }

    private String[] arguments(MatchResult command) {
        String line = command.group(1) + " " + command.group(2);
        return Arrays.stream(line.split(" "))
                .map(word -> word.equals("atrium") ? realm.name() : word)
                .map(word -> word.endsWith(".json") ? directory.resolve(word).toString() : word)
                .toArray(String[]::new);
    }

    private static List<String> words(String cell) {
        return WORD.matcher(cell).results().map(word -> word.group(1)).toList();
    }
}
