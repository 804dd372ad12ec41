package dev.atrium.core.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.account.UserId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectValuesTest {
    @Nested
    class Given_a_reference {
        @ParameterizedTest
        @ValueSource(strings = {"Practitioner/1", "PractitionerRole/a-b.c", "Patient/7", "RelatedPerson/x", "Person/y"})
        void of_somebody_it_is_a_profile(String reference) {
            assertThat(FhirProfile.parse(reference).orElseThrow().reference()).isEqualTo(reference);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"Observation/1", "patient/1", "Patient", "Patient/", "Patient/a/b", "Patient/ü", "/1", ""})
        void of_anything_else_it_is_none(String reference) {
            assertThat(FhirProfile.parse(reference)).isEmpty();
        }
    }

    @Nested
    class Given_an_id_of_a_person {
        @Test
        void it_may_hold_the_name_that_a_federated_directory_knows_them_by() {
            String id = "f:4f29ad1c-6e1a-4b1e-9a0e-1d0a6c0f2b11:Jane Müller, MD";

            assertThat(new UserId(id).value()).isEqualTo(id);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "a\u0000b"})
        void what_is_none_is_refused(String text) {
            assertThatThrownBy(() -> new UserId(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Given_a_base_URL {
        @Test
        void a_trailing_slash_makes_no_difference() {
            assertThat(FhirBaseUrl.parse("https://h/fhir/")).isEqualTo(FhirBaseUrl.parse("https://h/fhir"));
        }

        @ParameterizedTest
        @CsvSource({
            "https://fhir.example.org/r4, HTTPS://FHIR.Example.ORG/r4",
            "https://fhir.example.org/r4, https://fhir.example.org:443/r4/",
            "http://fhir.example.org, http://fhir.example.org:80/",
            "https://[2001:db8::1]/r4, https://[2001:DB8::1]:443/r4"
        })
        void scheme_host_default_port_and_one_slash_make_no_difference(String one, String other) {
            assertThat(base(one).isSameAs(base(other))).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "https://fhir.example.org/r4, http://fhir.example.org/r4",
            "https://fhir.example.org/r4, https://fhir.example.org/R4",
            "https://fhir.example.org/r4, https://fhir.example.org:8443/r4",
            "https://fhir.example.org/r4, https://fhir.example.org",
            "http://fhir.example.org/r4, http://fhir.example.org:443/r4",
            "https://fhir.example.org/r4, https://fhir.example.org.evil.example/r4"
        })
        void anything_else_is_another_server(String one, String other) {
            assertThat(base(one).isSameAs(base(other))).isFalse();
        }

        @Test
        void it_is_looked_up_as_it_is_written_and_as_it_is_usually_written() {
            assertThat(base("https://FHIR.example.org/r4/").spellings())
                    .containsExactly(
                            "https://FHIR.example.org/r4",
                            "https://FHIR.example.org/r4/",
                            "https://fhir.example.org/r4",
                            "https://fhir.example.org/r4/");
        }

        private FhirBaseUrl base(String text) {
            return FhirBaseUrl.parse(text).orElseThrow();
        }

        @Test
        void a_profile_has_an_absolute_URL_there() {
            FhirBaseUrl base = FhirBaseUrl.parse("https://h/fhir/r4").orElseThrow();

            assertThat(base.resolve(new FhirProfile(ProfileType.PATIENT, "7")))
                    .isEqualTo("https://h/fhir/r4/Patient/7");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "/fhir",
                    "ftp://h/fhir",
                    "https:///fhir",
                    "https://u:p@h/fhir",
                    "https://h/?a=b",
                    "https://h/#a",
                    "https://h/a b",
                    "https://h//"
                })
        void what_is_none_is_not_taken_for_one(String text) {
            assertThat(FhirBaseUrl.parse(text)).isEmpty();
        }
    }

    @Nested
    class Given_an_e_mail_address {
        @ParameterizedTest
        @CsvSource({
            "alice@Riverside.Example, riverside.example",
            "a+b@x.example, x.example",
            "'\"odd@local\"@x.example', x.example"
        })
        void its_domain_follows_the_last_at_sign_in_lower_case(String text, String domain) {
            assertThat(EmailAddress.parse(text).orElseThrow().domain()).isEqualTo(domain);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "alice", "@x.example", "alice@", "a b@x.example", "a\u0000@x.example"})
        void what_is_none_is_not_taken_for_one(String text) {
            assertThat(EmailAddress.parse(text)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"a@x.example", "a@localhost", "a@foo_bar.example", "a@bücher.example", "a@[192.0.2.1]"})
        void its_domain_may_be_a_name(String text) {
            assertThat(EmailAddress.parse(text).orElseThrow().hasDomainName()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"a@x,example", "a@x.example.", "a@.x.example", "a@x..example", "a@x;b"})
        void its_domain_may_be_none(String text) {
            assertThat(EmailAddress.parse(text).orElseThrow().hasDomainName()).isFalse();
        }

        @Test
        void a_longer_one_than_mail_allows_is_none() {
            assertThat(EmailAddress.parse("a".repeat(250) + "@x.example")).isEmpty();
        }
    }

    @Nested
    class Given_an_id {
        @Test
        void blanks_are_refused() {
            assertThatThrownBy(() -> new ProjectId("a b")).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void a_membership_has_a_UUID() {
            assertThat(MembershipId.parse("not-a-uuid")).isEmpty();
            assertThat(MembershipId.parse("0f0f0f0f-0000-1111-2222-abcdefabcdef"))
                    .isPresent();
        }
    }
}
