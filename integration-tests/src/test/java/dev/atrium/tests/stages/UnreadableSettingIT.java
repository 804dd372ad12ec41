package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that nobody could read are refused where an admin saves them. */
@ExtendWith(AtriumServer.class)
class UnreadableSettingIT {
    private final Admin admin = Admin.ofRealm();

    @Nested
    class Given_a_step_of_a_flow {
        private final String flow = "flow-" + UUID.randomUUID();

        Given_a_step_of_a_flow() {
            admin.created(
                    "authentication/flows/Atrium%20browser/copy",
                    Admin.JSON.createObjectNode().put("newName", flow));
        }

        @ParameterizedTest
        @CsvSource({
            "atrium-profile, atrium.shown, 500, Profiles shown at once",
            "atrium-profile, atrium.shown, 4, Profiles shown at once",
            "atrium-profile, atrium.shown, many, Profiles shown at once",
            "atrium-method-condition, atrium.method, carrier-pigeon, Method"
        })
        void takes_no_setting_that_cannot_be_read(String step, String setting, String value, String label) {
            assertRefused(save(step, setting, value), label, value);
        }

        @Test
        void keeps_its_setting_when_a_change_is_refused() {
            HttpResponse<String> saved = save("atrium-profile", "atrium.shown", "10");
            String location = saved.headers().firstValue("Location").orElseThrow();
            String path = "authentication/config/" + location.substring(location.lastIndexOf('/') + 1);
            ObjectNode config = (ObjectNode) admin.read(path);

            config.withObject("/config").put("atrium.shown", "500");

            assertRefused(admin.send("PUT", path, config.toString()), "Profiles shown at once", "500");
            assertThat(admin.read(path).path("config").path("atrium.shown").asText())
                    .isEqualTo("10");
        }

        @ParameterizedTest
        @ValueSource(strings = {"5", "100", " 20 ", ""})
        void takes_what_can_be_read(String value) {
            assertThat(save("atrium-profile", "atrium.shown", value).statusCode())
                    .isEqualTo(201);
        }

        private HttpResponse<String> save(String step, String setting, String value) {
            JsonNode found = StreamSupport.stream(
                            admin.read("authentication/flows/" + flow + "/executions")
                                    .spliterator(),
                            false)
                    .filter(execution -> execution.path("providerId").asText().equals(step))
                    .findFirst()
                    .orElseThrow();
            ObjectNode config = Admin.JSON.createObjectNode().put("alias", "config-" + UUID.randomUUID());
            config.putObject("config").put(setting, value);
            return admin.send(
                    "POST", "authentication/executions/" + found.path("id").asText() + "/config", config.toString());
        }
    }

    @Nested
    class Given_an_organization {
        private final TestProject project = TestProject.make(admin);

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "fhir.example.org/r4",
                    "ftp://fhir.example.org/r4",
                    "https://fhir.example.org/r4?tenant=a",
                    "https://somebody@fhir.example.org/r4",
                    "https:///r4",
                    "not a URL"
                })
        void takes_no_FHIR_base_URL_that_cannot_be_read(String url) {
            assertRefused(save(List.of(url)), "atrium.fhir-base-url", url);
        }

        @Test
        void takes_no_two_of_them() {
            assertRefused(
                    save(List.of("https://one.example.org", "https://two.example.org")),
                    "atrium.fhir-base-url",
                    "https://two.example.org");
        }

        @Test
        void is_not_made_with_one_that_cannot_be_read() {
            ObjectNode organization = Admin.JSON.createObjectNode().put("name", "org-" + UUID.randomUUID());
            organization.putArray("domains").addObject().put("name", UUID.randomUUID() + ".example");
            organization
                    .putObject("attributes")
                    .putArray("atrium.fhir-base-url")
                    .add("fhir.example.org");

            assertRefused(
                    admin.send("POST", "organizations", organization.toString()),
                    "atrium.fhir-base-url",
                    "fhir.example.org");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://fhir.example.org/r4",
                    "http://localhost:8090/fhir/",
                    " https://fhir.example.org ",
                    ""
                })
        void takes_what_can_be_read(String url) {
            assertThat(save(List.of(url)).statusCode()).isEqualTo(204);
        }

        @Test
        void takes_null_for_none() {
            project.baseUrl("");
            ObjectNode organization = (ObjectNode) admin.read("organizations/" + project.id());
            organization.withObject("/attributes").putNull("atrium.fhir-base-url");

            HttpResponse<String> answer = admin.send("PUT", "organizations/" + project.id(), organization.toString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        }

        private HttpResponse<String> save(List<String> urls) {
            ObjectNode organization = (ObjectNode) admin.read("organizations/" + project.id());
            var values = organization.withObject("/attributes").putArray("atrium.fhir-base-url");
            urls.forEach(values::add);
            return admin.send("PUT", "organizations/" + project.id(), organization.toString());
        }
    }

    @Nested
    class Given_the_switches_of_mails {
        @Test
        void take_nothing_but_on_and_off() {
            ObjectNode settings = Admin.JSON.createObjectNode();
            settings.putObject("config").put("welcome", "perhaps");

            assertRefused(
                    admin.send("PUT", "authentication/required-actions/atrium-mails/config", settings.toString()),
                    "welcome",
                    "perhaps");
        }
    }

    private static void assertRefused(HttpResponse<String> answer, String setting, String value) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Admin.parse(answer.body()).path("errorMessage").asText()).contains(setting, value);
    }
}
