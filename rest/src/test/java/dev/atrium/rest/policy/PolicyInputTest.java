package dev.atrium.rest.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.policy.AccessPolicyId;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyInputTest {
    private static final AccessPolicyId ID = new AccessPolicyId("17e8a3c8-0000-4000-8000-000000000001");

    @Test
    void what_is_given_out_is_taken_back() throws JsonProcessingException {
        AccessPolicy policy = read("{\"name\":\"clinician\",\"description\":\"For\\nall\",\"scopes\":"
                        + "[\"user/*.cruds\",\"patient/Observation.rs?category=laboratory\"]}")
                .create(ID);
        String json = new ObjectMapper().writeValueAsString(PolicyRepresentation.of(policy));
        assertThat(json)
                .isEqualTo("{\"id\":\"" + ID.value() + "\",\"name\":\"clinician\",\"description\":\"For\\nall\","
                        + "\"scopes\":[\"user/*.cruds\",\"patient/Observation.rs?category=laboratory\"]}");
        assertThat(read(json).change(ID)).isEqualTo(policy);
    }

    @Test
    void a_policy_may_allow_nothing() {
        AccessPolicy policy = read("{\"name\":\"locked\",\"scopes\":[]}").create(ID);
        assertThat(PolicyRepresentation.of(policy).scopes()).isEmpty();
        assertThat(policy.description()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient/*.rs", "user/Observation.cruds", "system/*.*", "user/Patient.read"})
    void takes_scopes_for_fhir_resources(String scope) {
        assertThat(PolicyRepresentation.of(withScope(scope).create(ID)).scopes())
                .containsExactly(scope);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openid",
                "launch/patient",
                "offline_access",
                "fhirUser",
                "user/Observation",
                "user/*.rs patient/*.rs",
                "users/*.rs",
                "",
                " "
            })
    void refuses_any_other_scope_by_its_name(String scope) {
        Problem problem = refusal(() -> withScope(scope));
        assertThat(problem.error()).isEqualTo("invalid_field");
        assertThat(problem.field()).contains("scopes");
        assertThat(problem.message()).contains("\"" + scope + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"scopes\":[]}`,name",
                "`{\"name\":null,\"scopes\":[]}`,name",
                "`{\"name\":\" \",\"scopes\":[]}`,name",
                "`{\"name\":[\"x\"],\"scopes\":[]}`,name",
                "`{\"name\":\"x\"}`,scopes",
                "`{\"name\":\"x\",\"scopes\":null}`,scopes",
                "`{\"name\":\"x\",\"scopes\":\"user/*.rs\"}`,scopes",
                "`{\"name\":\"x\",\"scopes\":[{}]}`,scopes",
                "`{\"name\":\"x\",\"scopes\":[],\"description\":{}}`,description",
                "`{\"name\":\"x\",\"scopes\":[],\"description\":\"\\u0000\"}`,description"
            })
    void names_the_property_that_is_wrong(String json, String field) {
        Problem problem = refusal(() -> read(json));
        assertThat(problem.error()).isEqualTo("invalid_field");
        assertThat(problem.field()).contains(field);
    }

    @Test
    void refuses_a_name_of_more_than_100_characters() {
        String name = "x".repeat(100);
        assertThat(read("{\"name\":\"" + name + "\",\"scopes\":[]}").name()).isEqualTo(name);
        assertThat(refusal(() -> read("{\"name\":\"x" + name + "\",\"scopes\":[]}"))
                        .field())
                .contains("name");
    }

    @Test
    void an_id_is_given_by_the_server_and_stays() {
        PolicyInput input = read("{\"id\":\"mine\",\"name\":\"x\",\"scopes\":[]}");
        assertThat(refusal(() -> input.create(ID)).field()).contains("id");
        assertThat(refusal(() -> input.change(ID)).field()).contains("id");
    }

    private static PolicyInput withScope(String scope) {
        return read("{\"name\":\"x\",\"scopes\":[\"" + scope + "\"]}");
    }

    private static PolicyInput read(String json) {
        try {
            return PolicyInput.read((ObjectNode) new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Problem refusal(ThrowingCallable work) {
        return catchThrowableOfType(Refused.class, work).problem();
    }
}
