package dev.atrium.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The table that sign-in-methods.md has a reader fill in, and what its preview then says. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class DocumentedTableIT {
    private static final String PAGE = "sign-in-methods.md";
    private static final Pattern TABLE =
            Pattern.compile(" *\\| Key \\| Value \\|\n *\\|---\\|---\\|\n((?: *\\| `.+` \\| `.+` \\|\n)+)");
    private static final Pattern ROW = Pattern.compile("\\| `(.+?)` \\| `(.+?)` \\|");

    private TestRealm realm;

    @BeforeEach
    void the_realm() {
        realm = TestRealm.delivered();
    }

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_the_table_of_the_page {
        @Test
        void is_taken_and_has_the_preview_say_what_the_page_shows(@TempDir Path directory) throws IOException {
            fillIn(table());

            String printed = new Shell(directory, realm)
                    .types(Example.toSignIn(), Example.beginning(PAGE, "kcadm.sh get atrium/sign-in-preview"));

            assertThat(Admin.parse(printed.substring(printed.indexOf('{'))))
                    .isEqualTo(Admin.parse(Example.of(PAGE, "json")));
        }
    }

    private void fillIn(ArrayNode table) {
        String steps = "authentication/flows/Atrium%20browser/executions";
        JsonNode domain = StreamSupport.stream(realm.admin().read(steps).spliterator(), false)
                .filter(step -> step.path("displayName").asText().equals("Atrium domain"))
                .findFirst()
                .orElseThrow();
        ObjectNode settings = Admin.JSON.createObjectNode().put("alias", "sign-in methods");
        settings.putObject("config").put("atrium.login-rules", table.toString());
        Answer answer = realm.admin()
                .post("authentication/executions/" + domain.path("id").asText() + "/config", settings);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    /** As the admin console writes what the page has a reader type. */
    private static ArrayNode table() throws IOException {
        ArrayNode rows = Admin.JSON.createArrayNode();
        TABLE.matcher(Files.readString(Checkout.file("docs/" + PAGE)))
                .results()
                .flatMap(table -> ROW.matcher(table.group(1)).results())
                .forEach(row -> rows.addObject().put("key", row.group(1)).put("value", row.group(2)));
        assertThat(rows).isNotEmpty();
        return rows;
    }
}
