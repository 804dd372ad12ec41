package dev.atrium.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class LoginRulesLawsTest {
    /** Domains out of few parts, so that many are below one another. */
    @Provide
    Arbitrary<String> domains() {
        return Arbitraries.of("a", "b", "klinik-süd", "x1")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join(".", parts));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.oneOf(
                domains(), domains().map(domain -> "*." + domain), Arbitraries.of("*", "-", "", "a..b", "*a"));
    }

    @Provide
    Arbitrary<String> methods() {
        return Arbitraries.of("password", "passkey", "email-code", "idp:x", "idp:y", "fax")
                .list()
                .ofMinSize(0)
                .ofMaxSize(3)
                .map(words -> String.join(", ", words));
    }

    @Provide
    Arbitrary<List<TableRow>> tables() {
        return Combinators.combine(patterns(), methods())
                .as(TableRow::new)
                .list()
                .ofMaxSize(6);
    }

    @Property
    void a_rule_covers_whom_it_is_for_and_none_more_specific_does(
            @ForAll("tables") List<TableRow> table, @ForAll("domains") String domain) {
        LoginRules rules = LoginRules.parse(table);
        LoginName name = LoginName.parse("d@" + domain).orElseThrow();
        Optional<LoginRule> found = rules.of(name);

        Statistics.label("a rule").collect(found.isPresent());
        Statistics.label("a rule").coverage(checker -> checker.check(true).percentage(share -> share > 20));
        found.ifPresent(rule -> assertThat(rule.pattern().covers(name)).isTrue());
        if (rules.complete()) {
            found.ifPresent(rule -> assertThat(rules.rules())
                    .filteredOn(other -> other.pattern().covers(name))
                    .noneMatch(other -> other.pattern().isMoreSpecificThan(rule.pattern())));
        }
    }

    @Property
    void the_order_of_rows_decides_nothing(
            @ForAll("tables") List<TableRow> table, @ForAll("domains") String domain, @ForAll long seed) {
        List<TableRow> shuffled = new ArrayList<>(table);
        Collections.shuffle(shuffled, new Random(seed));

        for (String typed : List.of("d@" + domain, "mmeier")) {
            LoginName name = LoginName.parse(typed).orElseThrow();
            assertThat(LoginRules.parse(shuffled).of(name))
                    .isEqualTo(LoginRules.parse(table).of(name));
        }
    }

    @Property
    void another_row_that_cannot_be_read_widens_nothing(
            @ForAll("tables") List<TableRow> table, @ForAll("domains") String domain) {
        List<TableRow> more = Stream.concat(table.stream(), Stream.of(new TableRow("a..b", "password")))
                .toList();
        LoginName name = LoginName.parse("d@" + domain).orElseThrow();
        Optional<LoginRule> before = LoginRules.parse(table).of(name);
        Optional<LoginRule> after = LoginRules.parse(more).of(name);

        assertThat(after).isPresent();
        assertThat(after.orElseThrow().methods())
                .isSubsetOf(before.map(LoginRule::methods).orElse(List.of()));
    }

    @Property
    void rows_without_a_rule_of_their_own_are_told_of(@ForAll("tables") List<TableRow> table) {
        LoginRules rules = LoginRules.parse(table);
        long rows = table.stream().filter(row -> !row.isBlank()).count();
        long read =
                rules.rules().stream().filter(rule -> !rule.methods().isEmpty()).count();

        assertThat(rules.problems().isEmpty()).isEqualTo(rows == read);
    }

    @Property
    void spelling_makes_no_difference(@ForAll("domains") String domain) {
        assertThat(LoginName.parse("d@" + domain.toUpperCase(Locale.ROOT) + ".").flatMap(LoginName::domain))
                .isEqualTo(LoginName.parse("d@" + domain).flatMap(LoginName::domain));
    }

    @Property
    void a_pattern_is_read_as_it_is_written(@ForAll("patterns") String text) {
        LoginPattern.parse(text)
                .ifPresent(pattern ->
                        assertThat(LoginPattern.parse(pattern.text())).contains(pattern));
    }

    @Property
    void any_row_is_read_or_told_of(@ForAll String key, @ForAll String value) {
        LoginRules rules = LoginRules.parse(List.of(new TableRow(key, value)));

        assertThat(rules.rules().isEmpty() && rules.problems().isEmpty()).isEqualTo(key.isBlank() && value.isBlank());
    }

    @Property
    void any_text_is_a_name_or_none(@ForAll String typed) {
        LoginName.parse(typed)
                .ifPresent(name -> assertThat(name.value()).isNotBlank().isEqualTo(typed.strip()));
    }
}
