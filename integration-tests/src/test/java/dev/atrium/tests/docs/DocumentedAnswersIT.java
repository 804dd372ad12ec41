package dev.atrium.tests.docs;

import static dev.atrium.tests.admin.TestRealm.membershipBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The answers that docs/ shows are what the server says; an ellipsis stands for anything. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class DocumentedAnswersIT {
    private final TestRealm realm = TestRealm.populated();

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_membership_with_a_wrong_profile {
        @Test
        void is_refused_as_admin_rest_md_shows() {
            Answer answer = realm.admin()
                    .post("atrium/memberships", membershipBody("clinic", "ann", "Observation/1", "reader"));

            assertThat(answer.status()).isEqualTo(400);
            assertSays(answer, Example.of("admin-rest.md", "json"));
        }
    }

    @Nested
    class Given_a_template_with_a_loop {
        @Test
        void is_refused_as_mail_templates_md_shows() {
            ObjectNode template = Admin.JSON
                    .createObjectNode()
                    .put("subject", "Welcome")
                    .put("text", "Hello\n <#list names as name></#list>");

            Answer answer = realm.admin().put("atrium/mail-templates/welcome/en", template);

            assertThat(answer.status()).isEqualTo(400);
            assertSays(answer, Example.of("mail-templates.md", "text"));
        }
    }

    /** What the example has is there, in the same words; it may leave out what is for Keycloak's own tools. */
    private static void assertSays(Answer answer, String example) {
        assertThat(Admin.parse(example).properties())
                .allSatisfy(
                        field -> assertThat(answer.json().path(field.getKey()).toString())
                                .matches(pattern(field.getValue())));
    }

    private static Pattern pattern(JsonNode shown) {
        return Pattern.compile(Arrays.stream(shown.toString().split("…", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }
}
