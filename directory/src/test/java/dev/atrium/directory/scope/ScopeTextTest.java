package dev.atrium.directory.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.scope.Scope;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTextTest {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("atrium.resource.Observation", "Measurements"),
            Map.entry("atrium.resource.Observation.laboratory", "Laboratory results"),
            Map.entry("atrium.resource.unknown", "Other data"),
            Map.entry("atrium.scope.unknown", "Other access"),
            Map.entry("atrium.scopes.only", "{0}, only where {1}"),
            Map.entry("atrium.scopes.where", "{0} is {1}"),
            Map.entry("atrium.scopes.where.unknown", "some condition is met"),
            Map.entry("atrium.scopes.value", "“{0}”"),
            Map.entry("atrium.scopes.value.unknown", "something unnamed"),
            Map.entry("atrium.scopes.or", "{0} or {1}"),
            Map.entry("atrium.scopes.and", "{0} and {1}"),
            Map.entry("atrium.search.status", "the status"),
            Map.entry("atrium.search.category", "the category"),
            Map.entry("atrium.search.value.final", "final"));

    private final ScopeText text = new ScopeText(ScopeTextTest::message, Map.of());

    @Nested
    class Given_a_search {
        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "status=final;                      the status is “final”",
                    "status=final,odd;                  the status is “final” or something unnamed",
                    "status=odd,odder;                  the status is something unnamed",
                    "status:not=final;                  some condition is met",
                    "subject.name=smith;                some condition is met",
                    "status=final&patient=123;          the status is “final” and some condition is met",
                    "status=http://evil.example|final;  the status is something unnamed",
                    "category=laboratory;               the category is “Laboratory results”"
                })
        void is_said_in_words_and_nothing_else(String query, String words) {
            assertThat(text.title(Scope.parse("patient/Observation.rs?" + query)))
                    .isEqualTo("Measurements, only where " + words);
        }
    }

    @Nested
    class Given_what_there_are_no_words_for {
        @Test
        void a_resource_type_is_said_to_be_unknown() {
            assertThat(text.title(Scope.parse("patient/SubstanceProtein.rs"))).isEqualTo("Other data");
        }

        @ParameterizedTest
        @ValueSource(strings = {"inner-name", "patient/Observation.readwrite", "launch/something"})
        void a_scope_is_said_to_be_unknown(String scope) {
            assertThat(text.title(Scope.parse(scope))).isEqualTo("Other access");
        }
    }

    private static String message(String key, Object... parameters) {
        String found = WORDS.get(key);
        return found == null ? key : new MessageFormat(found, Locale.ROOT).format(parameters);
    }
}
