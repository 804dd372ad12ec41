package dev.atrium.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.store.Page;
import dev.atrium.http.error.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {
    @Test
    void gives_the_first_twenty_when_nothing_is_said() {
        assertThat(query(Map.of()).page()).isEqualTo(new Page(0, 20));
    }

    @Test
    void gives_the_page_that_is_asked_for() {
        assertThat(query(Map.of("first", List.of("40"), "max", List.of("1000"))).page())
                .isEqualTo(new Page(40, 1000));
    }

    @ParameterizedTest
    @CsvSource({
        "first,-1",
        "first,10001",
        "first,1.5",
        "first,x",
        "first,''",
        "first,2147483648",
        "first,99999999999999999999",
        "first,+1",
        "first,٣",
        "max,0",
        "max,-1",
        "max,1001",
        "max,2147483648"
    })
    void refuses_a_page_there_cannot_be(String name, String value) {
        Problem problem = Refusal.of(() -> query(Map.of(name, List.of(value))).page());
        assertThat(problem.error()).isEqualTo("invalid_field");
        assertThat(problem.field()).contains(name);
    }

    @Test
    void refuses_a_parameter_it_does_not_know_rather_than_show_everything() {
        Problem problem = Refusal.of(() -> query(Map.of("usr", List.of("alice"))));
        assertThat(problem.error()).isEqualTo("unknown_field");
        assertThat(problem.field()).contains("usr");
    }

    @Test
    void refuses_a_parameter_given_twice() {
        assertThat(Refusal.of(() -> query(Map.of("user", List.of("a", "b"))).line("user"))
                        .field())
                .contains("user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "\ud800"})
    void refuses_a_text_no_database_could_hold(String value) {
        assertThat(Refusal.of(() -> query(Map.of("user", List.of(value))).line("user"))
                        .error())
                .isEqualTo("invalid_field");
    }

    @Test
    void refuses_a_text_that_is_too_long() {
        assertThat(Refusal.of(() ->
                                query(Map.of("user", List.of("x".repeat(256)))).line("user"))
                        .error())
                .isEqualTo("invalid_field");
    }

    @Test
    void reads_true_and_false_and_nothing_else_as_a_flag() {
        assertThat(query(Map.of("active", List.of("true"))).flag("active")).contains(true);
        assertThat(query(Map.of("active", List.of("false"))).flag("active")).contains(false);
        assertThat(query(Map.of()).flag("active")).isEmpty();
        assertThat(Refusal.of(() -> query(Map.of("active", List.of("1"))).flag("active"))
                        .field())
                .contains("active");
    }

    private static QueryParameters query(Map<String, List<String>> query) {
        return new QueryParameters(query, Set.of("first", "max", "user", "active"));
    }
}
