package dev.atrium.tests.login.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a project asks of sign-ins is checked where an administrator saves it. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class ProjectSettingsIT {
    private final Admin admin = Admin.ofRealm();
    private final StrictProject project = StrictProject.make(admin);

    @AfterEach
    void gone() {
        project.delete();
    }

    @Nested
    class Given_what_cannot_be_read {
        @ParameterizedTest
        @CsvSource({
            "atrium.mfa-required, yes, must be true or false",
            "atrium.mfa-required, gold, must be true or false",
            "atrium.required-methods, google, 'password, passkey, email-code, or idp:'",
            "atrium.required-methods, idp:nowhere, there is no identity provider 'nowhere'",
            "atrium.mfa-providers, nowhere, there is no identity provider 'nowhere'"
        })
        void is_refused_with_a_sentence(String attribute, String value, String sentence) {
            HttpResponse<String> answer = project.trySet(attribute, value);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(message(answer)).contains(attribute, sentence);
        }

        @Test
        void is_refused_for_a_new_organization_too() {
            ObjectNode organization = Admin.JSON.createObjectNode().put("name", "new-" + UUID.randomUUID());
            organization.putObject("attributes").putArray(StrictProject.MFA).add("maybe");
            organization.putArray("domains").addObject().put("name", UUID.randomUUID() + ".example");

            assertThat(admin.send("POST", "organizations", organization.toString())
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Nested
    class Given_what_can_be_read {
        @ParameterizedTest
        @CsvSource({
            "atrium.mfa-required, true",
            "atrium.mfa-required, false",
            "atrium.required-methods, 'passkey, password'",
            "atrium.required-methods, idp:lakeside-sso passkey",
            "atrium.mfa-providers, lakeside-sso"
        })
        void is_saved(String attribute, String value) {
            assertThat(project.trySet(attribute, value).statusCode()).isEqualTo(204);
        }
    }

    private static String message(HttpResponse<String> answer) {
        JsonNode body = Admin.parse(answer.body());
        return body.path("errorMessage").asText();
    }
}
