package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What families of FHIR servers read from an access token; each row is the exact JSON that is added. */
@ExtendWith(AtriumServer.class)
class TokenDialectIT {
    private static final String URL = "http://localhost:8090/fhir/riverside/Patient/own";
    private static final String SCOPE = "openid fhirUser launch/patient patient/Observation.rs";

    private final Admin admin = Admin.ofRealm();
    private final TestClient client = TestClient.of(admin, "patient/*.rs", "launch/patient", "fhirUser");

    @Nested
    class Given_a_patient {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "fhir-gateway | {'patient_id':'own'}",
                    "linuxforhealth | {'patient_id':'own','scope':'openid fhirUser launch/patient patient/Observation.read'}",
                    "microsoft | {'scp':'openid fhirUser launch/patient patient/Observation.rs','fhirUser':'URL'}",
                    "aidbox | {'atv':2,'context':{'patient':'own'},'scope':'SCOPE'}",
                    "firely | {'patient':'own','fhirUser':'URL'}",
                    "aws | {'scp':['openid','fhirUser','launch/patient','patient/Observation.read'],"
                            + "'fhirUser':'URL','profile':'URL','launch_response_patient':'Patient/own'}",
                    "medplum | {'fhirUser':'URL'}"
                })
        void has_what_the_server_reads_in_token_and_introspection(String dialect, String added) {
            speaks(dialect);
            client.audience("fhir-server");

            Tokens tokens = tokens();

            JsonNode expected =
                    Admin.parse(added.replace('\'', '"').replace("URL", URL).replace("SCOPE", SCOPE));
            for (JsonNode place : new JsonNode[] {tokens.accessClaims(), tokens.introspection()}) {
                expected.properties()
                        .forEach(member -> assertThat(sorted(member.getKey(), place.path(member.getKey())))
                                .as(member.getKey())
                                .isEqualTo(sorted(member.getKey(), member.getValue())));
            }
        }

        @Test
        void leaves_the_answer_to_the_app_as_it_is() {
            speaks("linuxforhealth");

            JsonNode answer = tokens().answer().json();

            assertThat(Set.of(answer.path("scope").asText().split(" "))).isEqualTo(Set.of(SCOPE.split(" ")));
            assertThat(answer.has("patient_id")).isFalse();
        }

        @Test
        void goes_on_after_a_refresh() {
            speaks("fhir-gateway");

            Tokens refreshed = client.app().refresh(tokens().refreshToken());

            assertThat(refreshed.accessClaims().path("patient_id").asText()).isEqualTo("own");
        }

        @Test
        void is_not_named_where_no_patient_was_asked_for() {
            speaks("fhir-gateway");

            Tokens tokens = patient().tokens(client.app(), "openid fhirUser");

            assertThat(tokens.accessClaims().has("patient_id")).isFalse();
        }

        @Test
        void is_not_identified_where_fhirUser_was_not_granted() {
            speaks("aws");

            JsonNode claims = patient()
                    .tokens(client.app(), "openid launch/patient patient/Observation.rs")
                    .accessClaims();

            assertThat(claims.has("fhirUser")).isFalse();
            assertThat(claims.has("profile")).isFalse();
        }
    }

    @Nested
    class Given_a_service {
        @Test
        void has_its_scopes_in_the_words_of_the_server() {
            TestClient service = TestClient.service(admin, "system/*.rs");
            mapper(service, "aws");

            JsonNode claims = service.app()
                    .token(Map.of("grant_type", "client_credentials", "scope", "system/Patient.rs"))
                    .accessClaims();

            assertThat(claims.path("scp")).isEqualTo(Admin.parse("[\"system/Patient.read\"]"));
        }
    }

    @Nested
    class Given_no_choice {
        @Test
        void adds_nothing() {
            speaks("");

            JsonNode claims = tokens().accessClaims();

            assertThat(claims.has("scp")).isFalse();
            assertThat(claims.has("patient_id")).isFalse();
        }
    }

    private void speaks(String dialect) {
        mapper(client, dialect);
    }

    private void mapper(TestClient of, String dialect) {
        ObjectNode mapper = Admin.JSON
                .createObjectNode()
                .put("name", "dialect")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "atrium-token-dialect-mapper");
        mapper.putObject("config").put("atrium.dialect", dialect);
        admin.created("clients/" + of.uuid() + "/protocol-mappers/models", mapper);
    }

    private Tokens tokens() {
        return patient().tokens(client.app(), SCOPE);
    }

    private Person patient() {
        TestUser user = admin.user("example.org");
        user.joins("riverside", "Patient/own", "patient-self");
        return Person.of(user);
    }

    /** The order of scopes means nothing. */
    private static Object sorted(String claim, JsonNode value) {
        if (value.isArray()) {
            return Admin.JSON.convertValue(value, Set.class);
        }
        return claim.equals("scope") || claim.equals("scp")
                ? Set.of(value.asText().split(" "))
                : value;
    }
}
