package dev.atrium.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.membership.FhirBaseUrl;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTest {
    private static final FhirBaseUrl BASE = new FhirBaseUrl("https://fhir.example.org/r4");

    @Nested
    class Given_an_address_within_the_base_URL {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://fhir.example.org/r4/Patient?name=a&page=2",
                    "https://fhir.example.org/r4?_getpages=1",
                    "https://fhir.example.org:443/r4/Patient?page=..%2e",
                    "HTTPS://FHIR.example.org/r4/Patient"
                })
        void it_is_the_next_page(String link) {
            assertThat(NextPage.within(BASE, link)).isPresent();
        }

        @Test
        void it_may_be_relative() {
            assertThat(NextPage.within(BASE, "Patient?page=2").map(NextPage::url))
                    .contains("https://fhir.example.org/r4/Patient?page=2");
        }
    }

    @Nested
    class Given_any_other_address {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://fhir.example.org/r4/Patient",
                    "https://fhir.example.org:8443/r4/Patient",
                    "https://fhir.example.org.evil.example/r4/Patient",
                    "https://evil.example/r4/Patient",
                    "https://fhir.example.org@evil.example/r4/Patient",
                    "https://me@fhir.example.org/r4/Patient",
                    "https://fhir.example.org/r4x/Patient",
                    "https://fhir.example.org/r4/../admin",
                    "https://fhir.example.org/r4/%2e%2e/admin",
                    "https://fhir.example.org/r4/..%2fadmin",
                    "//evil.example/r4/Patient",
                    "../admin",
                    "javascript:alert(1)",
                    "https://fhir.example.org/r4/Patient#x",
                    "not an address",
                    "https://fhir.example.org/"
                })
        void no_token_goes_there(String link) {
            assertThat(NextPage.within(BASE, link)).isEmpty();
        }

        @Test
        void nor_to_an_endless_one() {
            assertThat(NextPage.within(BASE, BASE.value() + "/Patient?x=" + "x".repeat(4000)))
                    .isEmpty();
        }
    }
}
