package dev.atrium.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchContextTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Nested
    class Given_all_parameters {
        private static final String ALL = """
                {"patient": "p-1", "encounter": "e.1",
                 "fhirContext": [
                   {"reference": "ImagingStudy/7"},
                   {"canonical": "https://example.org/Questionnaire/q|1", "type": "Questionnaire"},
                   {"identifier": {"system": "https://example.org/ids", "value": "9"}, "type": "ServiceRequest"},
                   {"reference": "Patient/twin", "role": "https://example.org/roles/sibling"}],
                 "need_patient_banner": false,
                 "smart_style_url": "https://ehr.example.org/style-v3.json",
                 "intent": "reconcile-medications", "tenant": "clinic-2"}
                """;

        @Test
        void X_01_to_X_07_come_out_as_they_came_in() throws Exception {
            assertThat(LaunchContext.of(json(ALL)).toJson()).isEqualTo(json(ALL));
        }

        @Test
        void X_01_tells_the_bare_id_of_the_patient() throws Exception {
            assertThat(LaunchContext.of(json(ALL)).patient()).contains(new FhirId("p-1"));
        }

        @Test
        void X_12_another_patient_does_not_keep_the_encounter_of_the_former() throws Exception {
            LaunchContext other = LaunchContext.of(json(ALL)).withPatient(new FhirId("p-2"));

            assertThat(other.patient()).contains(new FhirId("p-2"));
            assertThat(other.encounter()).isEmpty();
        }
    }

    @Nested
    class Given_no_parameter {
        @Test
        void is_the_empty_context() throws Exception {
            assertThat(LaunchContext.of(Map.of())).isEqualTo(LaunchContext.EMPTY);
            assertThat(LaunchContext.EMPTY.toJson()).isEmpty();
        }

        @Test
        void X_04_an_absent_banner_is_neither_true_nor_false() throws Exception {
            assertThat(LaunchContext.of(Map.of()).needPatientBanner()).isEqualTo(Optional.empty());
        }
    }

    @Nested
    class Given_something_out_of_shape {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'patient': 'Patient/1'}",
                    "{'patient': ''}",
                    "{'patient': 1}",
                    "{'patient': 'a b'}",
                    "{'patient': '12345678901234567890123456789012345678901234567890123456789012345'}",
                    "{'encounter': 'Encounter/1'}",
                    "{'need_patient_banner': 'true'}",
                    "{'smart_style_url': '/style.json'}",
                    "{'smart_style_url': 'javascript:alert(1)'}",
                    "{'smart_style_url': 'https://user:pw@example.org/'}",
                    "{'intent': ''}",
                    "{'intent': 'a\\nb'}",
                    "{'tenant': ['a']}",
                    "{'scope': 'patient/*.cruds'}"
                })
        void X_01_to_X_07_refuse_it(String text) {
            assertRefused(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "'ImagingStudy/7'",
                    "['ImagingStudy/7']",
                    "[{}]",
                    "[{'type': 'ImagingStudy'}]",
                    "[{'reference': 'https://example.org/ImagingStudy/7'}]",
                    "[{'reference': 'ImagingStudy'}]",
                    "[{'reference': '../ImagingStudy/7'}]",
                    "[{'canonical': 'Questionnaire/q'}]",
                    "[{'identifier': 'a'}]",
                    "[{'identifier': {}}]",
                    "[{'identifier': {'value': null}}]",
                    "[{'reference': 'List/1', 'role': ''}]",
                    "[{'reference': 'List/1', 'role': 'med-list'}]",
                    "[{'reference': 'List/1', 'type': 'Patient'}]",
                    "[{'reference': 'List/1', 'type': 'list'}]",
                    "[{'reference': 'List/1', 'note': 'x'}]",
                    "[{'reference': 'Patient/1'}]",
                    "[{'reference': 'Encounter/1', 'role': 'launch'}]",
                    "[{'identifier': {'value': '1'}, 'type': 'Patient'}]"
                })
        void X_03_refuses_a_fhirContext_that_breaks_its_rules(String items) {
            assertRefused("{'fhirContext': " + items + "}");
        }

        @Test
        void refuses_what_would_not_fit_into_a_refresh_token() {
            String item = "{'reference': 'ImagingStudy/" + "1".repeat(60) + "'}";

            assertRefused("{'fhirContext': [" + (item + ",").repeat(20) + item + "]}");
            assertRefused("{'tenant': '" + "t".repeat(256) + "'}");
            assertRefused("{'smart_style_url': 'https://example.org/" + "s".repeat(2_000) + "'}");
        }

        @Test
        void says_what_is_wrong_without_repeating_it() {
            assertThatThrownBy(() -> LaunchContext.of(json("{'patient': 'Patient/4711'}")))
                    .isInstanceOf(InvalidLaunchContext.class)
                    .hasMessageContaining("'patient' must be a FHIR id without its type")
                    .hasMessageNotContaining("4711");
        }
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> LaunchContext.of(json(text))).isInstanceOf(InvalidLaunchContext.class);
    }

    private static Map<String, Object> json(String text) throws JsonProcessingException {
        return JSON.readValue(text.replace('\'', '"'), new TypeReference<Map<String, Object>>() {});
    }
}
