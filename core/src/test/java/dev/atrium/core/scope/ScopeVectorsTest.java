package dev.atrium.core.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.search.SearchQuery;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ScopeVectorsTest {
    private static final List<String> GRANTED = List.of("accept", "policy");

    @TestFactory
    Stream<DynamicTest> every_scope_is_read_as_the_specification_means_it() {
        return SmartVectors.tests("scopes", "input", ScopeVectorsTest::isReadAsMeant);
    }

    @TestFactory
    Stream<DynamicTest> a_scope_grants_only_what_is_recommended() {
        return SmartVectors.tests("scopes", "recommended input", vector -> {
            Scope scope = Scope.parse(vector.get("input").asText());
            boolean grants = vector.get("valid").asBoolean()
                    && GRANTED.contains(vector.get("recommended").asText());
            assertThat(scope.covers(scope)).isEqualTo(grants);
        });
    }

    @TestFactory
    Stream<DynamicTest> the_grammar_agrees() {
        return SmartVectors.tests("scopes", "input", vector -> {
            String input = vector.get("input").asText();
            assertThat(Scope.parse(input).kind()).isEqualTo(ReferenceGrammar.kindOf(input));
        });
    }

    @TestFactory
    Stream<DynamicTest> a_scope_string_is_read_as_its_tokens() {
        return SmartVectors.tests("scopeStrings", "input", vector -> {
            List<String> tokens = ScopeSet.parse(vector.get("input").asText()).scopes().stream()
                    .map(Scope::text)
                    .toList();
            assertThat(tokens)
                    .isEqualTo(SmartVectors.scopes(vector.get("expectedTokens")).scopes().stream()
                            .map(Scope::text)
                            .toList());
        });
    }

    private static void isReadAsMeant(JsonNode vector) {
        Scope scope = Scope.parse(vector.get("input").asText());
        String kind = SmartVectors.text(vector, "kind").orElse("unreadable");
        assertThat(scope.text()).isEqualTo(vector.get("input").asText());
        assertThat(scope.kind().name().toLowerCase(Locale.ROOT)).isEqualTo(kind);
        scope.resource().ifPresent(resource -> isResource(vector, resource));
        if (scope instanceof LaunchScope launch) {
            assertThat(launch.context()).isEqualTo(SmartVectors.text(vector, "launchContext"));
            assertThat(launch.role()).isEqualTo(SmartVectors.text(vector, "role"));
        }
    }

    private static void isResource(JsonNode vector, ResourceScope scope) {
        assertThat(scope.syntax().name()).isEqualTo("V" + vector.get("version").asText());
        assertThat(scope.level().text()).isEqualTo(vector.get("context").asText());
        assertThat(scope.type().name()).isEqualTo(vector.get("resourceType").asText());
        assertThat(scope.interactions().letters())
                .isEqualTo(vector.get("permissions").asText());
        assertThat(scope.query().map(SearchQuery::text)).isEqualTo(SmartVectors.text(vector, "query"));
        String flags = vector.get("flags").toString();
        assertThat(scope.isGranular()).isEqualTo(flags.contains("granular"));
        assertThat(scope.query().filter(SearchQuery::isExperimental).isPresent())
                .isEqualTo(flags.contains("experimental"));
    }
}
