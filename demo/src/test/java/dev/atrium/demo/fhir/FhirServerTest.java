package dev.atrium.demo.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.atrium.demo.fhir.records.SyntheticRecords;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FhirServerTest {
    private static TestIssuer issuer;
    private static FhirServer server;
    private static URI riverside;

    @BeforeAll
    static void start() throws Exception {
        issuer = new TestIssuer();
        server = FhirServer.start(
                0,
                issuer.address(),
                Map.of("riverside", SyntheticRecords.riverside(), "lakeside", SyntheticRecords.lakeside()));
        riverside = server.base("riverside");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        issuer.close();
    }

    @Nested
    class Given_no_token_that_counts {
        @Test
        void asks_for_one_where_there_is_none() throws Exception {
            HttpResponse<String> answer = send("/Patient/carol", request -> request);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(words(answer)).contains("No access token");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "no-token", "a.b.c"})
        void refuses_what_is_no_token(String text) throws Exception {
            assertThat(get("/Patient/carol", text).statusCode()).isEqualTo(401);
        }

        @Test
        void refuses_a_token_of_another_issuer() throws Exception {
            assertRefused(
                    claims("user/*.rs").issuer("https://elsewhere.example").build(), "iss");
        }

        @Test
        void refuses_an_expired_token() throws Exception {
            var then = Date.from(Instant.now().minusSeconds(120));
            assertRefused(claims("user/*.rs").expirationTime(then).build(), "Expired");
        }

        @Test
        void refuses_a_token_for_the_other_organization() throws Exception {
            assertRefused(
                    claims("user/*.rs")
                            .audience(server.base("lakeside").toString())
                            .build(),
                    "aud");
        }

        @Test
        void refuses_a_token_that_somebody_else_signed() throws Exception {
            RSAKey foreign = new RSAKeyGenerator(2048).keyID("of-the-realm").generate();
            String token = TestIssuer.sign(claims("user/*.rs").build(), foreign);

            HttpResponse<String> answer = get("/Patient/carol", token);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        }

        @Test
        void says_that_the_authorization_server_is_down() throws Exception {
            URI nobody = URI.create("http://localhost:1");
            try (var lonely = FhirServer.start(0, nobody, Map.of("riverside", SyntheticRecords.riverside()))) {
                URI patient = URI.create(lonely.base("riverside") + "/Patient/carol");
                String token = issuer.sign(claims("user/*.rs").build());
                var request = HttpRequest.newBuilder(patient).header("Authorization", "Bearer " + token);

                HttpResponse<String> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());

                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(words(answer)).contains("does not tell its keys");
            }
        }

        private void assertRefused(JWTClaimsSet claims, String word) throws Exception {
            HttpResponse<String> answer = get("/Patient/carol", issuer.sign(claims));

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(words(answer)).contains(word);
        }
    }

    @Nested
    class Given_a_patients_token {
        @Test
        void opens_the_own_record() throws Exception {
            HttpResponse<String> answer = get("/Patient/carol", patientToken("patient/*.rs"));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer).at("/name/0/family").asText()).isEqualTo("Carter");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/Patient/r01", "/Patient/nobody", "/Observation/r01-1"})
        void refuses_every_other_record_alike(String path) throws Exception {
            HttpResponse<String> answer = get(path, patientToken("patient/*.rs"));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(words(answer)).contains("is not among the records that the token opens");
        }

        @Test
        void finds_the_own_observations_only() throws Exception {
            JsonNode bundle = json(get("/Observation?_count=200", patientToken("patient/*.rs")));

            assertThat(bundle.path("entry"))
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(
                                    entry.at("/resource/subject/reference").asText())
                            .isEqualTo("Patient/carol"));
        }

        @Test
        void refuses_a_type_of_which_no_scope_speaks() throws Exception {
            HttpResponse<String> answer = get("/Condition", patientToken("patient/Observation.rs"));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(words(answer)).contains("Condition").contains("patient/Observation.rs");
        }

        @ParameterizedTest
        @CsvSource({"patient/Observation.r,/Observation", "patient/Observation.s,/Observation/carol-1"})
        void refuses_an_interaction_of_which_no_scope_speaks(String scope, String path) throws Exception {
            assertThat(get(path, patientToken(scope)).statusCode()).isEqualTo(403);
        }

        @Test
        void opens_as_much_by_a_scope_of_version_1() throws Exception {
            assertThat(get("/Observation", patientToken("patient/*.read")).statusCode())
                    .isEqualTo(200);
        }

        @Test
        void opens_nothing_without_a_patient_in_context() throws Exception {
            String token = issuer.sign(claims("patient/*.rs").build());

            assertThat(json(get("/Observation", token)).path("total").asInt()).isZero();
            assertThat(get("/Patient/carol", token).statusCode()).isEqualTo(403);
        }

        @Test
        void opens_one_category_by_a_granular_scope() throws Exception {
            String scope =
                    "patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory";

            JsonNode bundle = json(get("/Observation?_count=200", patientToken(scope)));

            assertThat(bundle.path("entry"))
                    .hasSize(4)
                    .allSatisfy(entry -> assertThat(entry.at("/resource/category/0/coding/0/code")
                                    .asText())
                            .isEqualTo("laboratory"));
            assertThat(get("/Observation/carol-1", patientToken(scope)).statusCode())
                    .isEqualTo(403);
        }

        @ParameterizedTest
        @ValueSource(strings = {"patient/Observation.rs?nothing=x", "patient/*.rs?category=laboratory"})
        void opens_nothing_by_a_scope_that_cannot_be_checked(String scope) throws Exception {
            HttpResponse<String> answer = get("/Observation", patientToken(scope));

            assertThat(answer.statusCode() == 403 || json(answer).path("total").asInt() == 0)
                    .isTrue();
        }

        private String patientToken(String scope) throws Exception {
            return issuer.sign(claims(scope).claim("patient", "carol").build());
        }
    }

    @Nested
    class Given_a_clinicians_token {
        @Test
        void opens_all_records_of_the_organization() throws Exception {
            assertThat(json(search("/Patient")).path("total").asInt()).isEqualTo(32);
        }

        @Test
        void opens_who_signed_in_without_any_other_scope() throws Exception {
            String token = issuer.sign(claims("openid fhirUser")
                    .claim("fhirUser", riverside + "/Practitioner/alice")
                    .build());

            assertThat(get("/Practitioner/alice", token).statusCode()).isEqualTo(200);
            assertThat(get("/Practitioner/bob", token).statusCode()).isEqualTo(403);
        }

        @Test
        void opens_nothing_if_nobody_says_who_it_is() throws Exception {
            String token = issuer.sign(claims("user/*.rs").build());

            assertThat(json(get("/Patient", token)).path("total").asInt()).isZero();
        }

        @ParameterizedTest
        @CsvSource({
            "name=abb, 2",
            "name=ALVAREZ, 1",
            "family=Abbott&given=Amelia, 1",
            "name:contains=bot, 2",
            "family:exact=abbott, 0",
            "birthdate=1984-06-21, 1",
            "birthdate=1984, 1",
            "birthdate=ge1984-06-21&birthdate=lt1984-06-22, 1",
            "gender=female, 16",
            "_id=carol, 1",
            "name=nobody, 0"
        })
        void searches_people(String query, int found) throws Exception {
            assertThat(json(search("/Patient?" + query)).path("total").asInt()).isEqualTo(found);
        }

        @ParameterizedTest
        @CsvSource({
            "Observation?patient=carol&date=ge2026-10-01, 7",
            "Observation?subject=Patient/carol&code=8867-4, 2",
            "Observation?patient=carol&category=laboratory&date=lt2026-10-01, 2",
            "Encounter?patient=carol&date=2026-10-05, 1",
            "Condition?patient=carol&category=health-concern, 1"
        })
        void searches_records_of_one_patient(String query, int found) throws Exception {
            assertThat(json(search("/" + query)).path("total").asInt()).isEqualTo(found);
        }

        @Test
        void sorts_the_newest_first() throws Exception {
            JsonNode bundle = json(search("/Observation?patient=carol&_sort=-date"));

            assertThat(bundle.path("entry"))
                    .extracting(entry -> entry.at("/resource/effectiveDateTime").asText())
                    .isSortedAccordingTo(Comparator.reverseOrder());
        }

        @Test
        void answers_a_search_by_each_parameter_that_it_tells() throws Exception {
            int told = 0;
            for (JsonNode resource : json(search("/metadata")).at("/rest/0/resource")) {
                String type = resource.path("type").asText();
                // HAPI's own, which it serves for the operations that it has.
                boolean ofHapi = type.equals("OperationDefinition");
                for (JsonNode parameter : ofHapi ? NullNode.getInstance() : resource.path("searchParam")) {
                    String query = "/" + type + "?" + parameter.path("name").asText() + "=2026";

                    assertThat(search(query).statusCode()).as(query).isEqualTo(200);
                    told++;
                }
            }
            assertThat(told).isGreaterThan(50);
        }

        @Test
        void searches_people_by_identifier() throws Exception {
            JsonNode identifier = json(search("/Patient/carol")).at("/identifier/0");
            String value = identifier.path("value").asText();

            assertThat(ids(search("/Patient?identifier=" + value))).containsExactly("carol");
            assertThat(ids(search(
                            "/Patient?identifier=" + identifier.path("system").asText() + "%7C" + value)))
                    .containsExactly("carol");
            assertThat(ids(search("/Patient?identifier=elsewhere%7C" + value))).isEmpty();
        }

        @Test
        void pages_through_all_of_them() throws Exception {
            List<String> all = new ArrayList<>();
            String next = "/Patient?_count=10&_sort=family";
            int pages = 0;
            while (!next.isEmpty()) {
                HttpResponse<String> page = search(next);
                all.addAll(ids(page));
                next = next(json(page));
                pages++;
            }
            assertThat(all).hasSize(32).doesNotHaveDuplicates().startsWith("r01", "r02");
            assertThat(pages).isEqualTo(4);
        }

        @Test
        void says_which_parameter_it_does_not_know() throws Exception {
            HttpResponse<String> answer = search("/Patient?shoe-size=42");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(words(answer)).contains("shoe-size");
        }

        @Test
        void says_that_a_record_is_not_there() throws Exception {
            assertThat(search("/Patient/nobody").statusCode()).isEqualTo(404);
        }

        private HttpResponse<String> search(String path) throws Exception {
            return get(
                    path,
                    issuer.sign(claims("user/*.rs")
                            .claim("fhirUser", riverside + "/Practitioner/alice")
                            .build()));
        }
    }

    @Nested
    class Given_an_app_that_knows_the_base_URL_only {
        @Test
        void tells_the_configuration_of_the_authorization_server() throws Exception {
            HttpResponse<String> answer = send("/.well-known/smart-configuration", request -> request);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(json(answer).path("token_endpoint").asText()).isEqualTo(issuer.address() + "/token");
        }

        @Test
        void tells_the_same_endpoints_in_the_capability_statement() throws Exception {
            JsonNode security = json(send("/metadata", request -> request)).at("/rest/0/security");

            assertThat(security.at("/extension/0/url").asText()).endsWith("/oauth-uris");
            assertThat(security.at("/extension/0/extension"))
                    .extracting(each -> each.path("url").asText() + " "
                            + each.path("valueUri").asText())
                    .containsExactlyInAnyOrder(
                            "authorize " + issuer.address() + "/auth", "token " + issuer.address() + "/token");
        }

        @Test
        void tells_what_it_can_be_searched_by() throws Exception {
            List<String> told = new ArrayList<>();
            for (JsonNode resource : json(send("/metadata", request -> request)).at("/rest/0/resource")) {
                resource.path("searchParam")
                        .forEach(each -> told.add(resource.path("type").asText() + " "
                                + each.path("name").asText()));
            }

            assertThat(told)
                    .contains("Patient birthdate", "Patient identifier", "Observation patient", "Observation category")
                    .doesNotContain("Observation value-quantity");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/metadata", "/.well-known/smart-configuration", "/Patient/carol"})
        void lets_a_browser_read_every_answer(String path) throws Exception {
            HttpResponse<String> answer = send(path, request -> request.header("Origin", "https://app.example"));

            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
        }

        @Test
        void lets_a_browser_send_its_token() throws Exception {
            HttpResponse<String> answer = send(
                    "/Patient/carol",
                    request -> request.header("Origin", "https://app.example")
                            .header("Access-Control-Request-Method", "GET")
                            .header("Access-Control-Request-Headers", "authorization")
                            .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.headers()
                            .firstValue("Access-Control-Allow-Headers")
                            .orElse(""))
                    .contains("Authorization");
        }
    }

    private static JWTClaimsSet.Builder claims(String scope) {
        return issuer.claims(riverside, scope);
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        return send(path, request -> request.header("Authorization", "Bearer " + token));
    }

    private static HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> more) throws Exception {
        var request = more.apply(HttpRequest.newBuilder(URI.create(riverside + path)));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    private static String words(HttpResponse<String> answer) throws Exception {
        return json(answer).at("/issue/0/diagnostics").asText();
    }

    private static List<String> ids(HttpResponse<String> answer) throws Exception {
        List<String> ids = new ArrayList<>();
        json(answer)
                .path("entry")
                .forEach(entry -> ids.add(entry.at("/resource/id").asText()));
        return ids;
    }

    private static String next(JsonNode bundle) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals("next")) {
                return link.path("url").asText().substring(riverside.toString().length());
            }
        }
        return "";
    }
}
