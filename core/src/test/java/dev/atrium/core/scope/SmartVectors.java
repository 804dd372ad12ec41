package dev.atrium.core.scope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/** The vectors of {@code smart-scopes.json}, by section. */
final class SmartVectors {
    private static final JsonNode ALL = read("/smart-scopes.json");

    private SmartVectors() {}

    static Stream<JsonNode> section(String name) {
        return StreamSupport.stream(ALL.get(name).spliterator(), false);
    }

    /** One test for each vector of the section, named by some of its members. */
    static Stream<DynamicTest> tests(String section, String names, Consumer<JsonNode> test) {
        return section(section).map(vector -> DynamicTest.dynamicTest(name(vector, names), () -> test.accept(vector)));
    }

    static Pattern grammar(String production) {
        return Pattern.compile(ALL.get("grammar").get(production).asText());
    }

    static Optional<String> text(JsonNode vector, String member) {
        return Optional.ofNullable(vector.get(member))
                .filter(value -> !value.isNull())
                .map(JsonNode::asText);
    }

    static ScopeSet scopes(JsonNode array) {
        return ScopeSet.of(StreamSupport.stream(array.spliterator(), false)
                .map(each -> Scope.parse(each.asText()))
                .toList());
    }

    private static String name(JsonNode vector, String names) {
        StringBuilder name = new StringBuilder();
        for (String member : names.split(" ", -1)) {
            name.append('[').append(vector.path(member).asText()).append(']');
        }
        return name.toString();
    }

    private static JsonNode read(String file) {
        try (InputStream json = Objects.requireNonNull(SmartVectors.class.getResourceAsStream(file))) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
