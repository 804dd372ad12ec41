package dev.atrium.core.scope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FhirRequestTest {
    @ParameterizedTest
    @CsvSource({
        "GET, Observation/1, READ, Observation",
        "HEAD, /Observation/1, READ, Observation",
        "GET, Observation/1/_history/2, READ, Observation",
        "GET, Observation, SEARCH, Observation",
        "GET, Observation/_history?_since=2020, SEARCH, Observation",
        "GET, Patient/1/Condition?code=x, SEARCH, Condition",
        "GET, Patient/1/*, SEARCH, *",
        "GET, ?_id=1, SEARCH, *",
        "POST, _search, SEARCH, *",
        "POST, Patient/1/Condition/_search, SEARCH, Condition",
        "POST, Observation, CREATE, Observation",
        "PUT, Observation?identifier=x, UPDATE, Observation",
        "PATCH, Observation?identifier=x, UPDATE, Observation",
        "DELETE, Observation?identifier=x, DELETE, Observation",
        "DELETE, Observation/1, DELETE, Observation"
    })
    void a_request_is_one_interaction_with_one_type(String method, String path, Interaction interaction, String type) {
        assertThat(FhirRequest.parse(method, path))
                .hasValue(new FhirRequest(interaction, ResourceType.parse(type).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /",
                "POST Patient/1",
                "GET Patient/1/$everything",
                "POST Observation/$lastn",
                "GET $export",
                "GET metadata",
                "GET Foo/1",
                "GET */1",
                "GET ",
                "GET Patient//1",
                "GET Patient/1/Condition/2",
                "PUT Patient/1/_history",
                "GET Observation/_search",
                "get Observation/1",
                "GET ../Observation/1",
                "GET Patient/1/_history/2/3/4/5/6"
            })
    void anything_else_is_no_interaction(String request) {
        int space = request.indexOf(' ');
        assertThat(FhirRequest.parse(request.substring(0, space), request.substring(space + 1)))
                .isEmpty();
    }

    @Test
    void access_to_a_part_of_a_type_does_not_tell() {
        FhirRequest request = FhirRequest.parse("GET", "Observation/1").orElseThrow();
        assertThat(ScopeSet.parse("user/Observation.rs?category=a").permits(request))
                .isFalse();
        assertThat(ScopeSet.parse("user/Observation.rs?category=a user/*.r").permits(request))
                .isTrue();
    }
}
