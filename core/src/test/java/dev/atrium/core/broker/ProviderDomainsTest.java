package dev.atrium.core.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderDomainsTest {
    @Nested
    class Given_the_setting_of_a_provider {
        @ParameterizedTest
        @CsvSource(
                nullValues = "none",
                value = {
                    "hill.example, hill.example, true",
                    "Hill.Example, hill.example, true",
                    "hill.example, lab.hill.example, false",
                    "*.hill.example, hill.example, true",
                    "*.hill.example, lab.hill.example, true",
                    "*.Hill.example, a.lab.hill.example, true",
                    "*.hill.example, uphill.example, false",
                    "*.hill.example, example, false",
                    "ANY, hill.example, true",
                    "any, hill.example, false",
                    "none, hill.example, true",
                    "'', hill.example, true",
                    "valley.example, hill.example, false",
                })
        void it_is_for_these_domains_of_the_organization(String set, String domain, boolean isFor) {
            assertThat(ProviderDomains.parse(set, null).isFor(domain)).isEqualTo(isFor);
        }
    }

    @Nested
    class Given_domains_that_the_provider_is_not_for {
        @ParameterizedTest
        @CsvSource({
            "ANY, 'lab.hill.example', lab.hill.example, false",
            "ANY, 'lab.hill.example', hill.example, true",
            "*.hill.example, 'valley.example, *.lab.hill.example', a.lab.hill.example, false",
            "*.hill.example, '', hill.example, true",
        })
        void they_are_excepted(String set, String excluded, String domain, boolean isFor) {
            assertThat(ProviderDomains.parse(set, excluded).isFor(domain)).isEqualTo(isFor);
        }
    }

    @Nested
    class Given_several_providers {
        @Test
        void the_one_that_says_it_most_exactly_is_the_nearest() {
            assertThat(Stream.of("", "ANY", "*.hill.example", "*.lab.hill.example", "lab.hill.example")
                            .sorted(Comparator.comparingInt(set -> -ProviderDomains.parse(set, null)
                                    .distance("lab.hill.example")
                                    .orElseThrow())))
                    .containsExactly("", "ANY", "*.hill.example", "*.lab.hill.example", "lab.hill.example");
        }
    }
}
