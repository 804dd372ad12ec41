package dev.atrium.core.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.consent.ConsentScreen;
import dev.atrium.core.negotiation.GrantKind;
import dev.atrium.core.negotiation.ScopeNegotiation;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class ScopeLawsTest {
    @Provide
    Arbitrary<String> readable() {
        return ArbitraryScopes.readable();
    }

    @Provide
    Arbitrary<List<String>> chains() {
        return ArbitraryScopes.chains();
    }

    @Provide
    Arbitrary<String> nearly() {
        return ArbitraryScopes.nearly();
    }

    @Provide
    Arbitrary<ScopeSet> sets() {
        return ArbitraryScopes.sets();
    }

    @Provide
    Arbitrary<List<Integer>> parts() {
        return Arbitraries.integers().between(0, 255).list().ofSize(2);
    }

    @Property
    void any_text_is_some_scope_and_keeps_its_text(@ForAll String text) {
        assertThat(Scope.parse(text).text()).isEqualTo(text);
        assertThat(ScopeSet.parse(text).covers(ScopeSet.EMPTY)).isTrue();
    }

    @Property
    void what_is_almost_a_scope_is_read_as_the_grammar_says(@ForAll("nearly") String text) {
        Scope scope = Scope.parse(text);
        assertThat(scope.text()).isEqualTo(text);
        assertThat(scope.kind()).isEqualTo(ReferenceGrammar.kindOf(text));
    }

    @Property
    void a_readable_scope_covers_itself(@ForAll("readable") String text) {
        assertThat(Scope.parse(text).covers(Scope.parse(text))).isTrue();
    }

    @Property
    void an_unreadable_scope_neither_covers_nor_is_covered(@ForAll String text, @ForAll("sets") ScopeSet set) {
        Scope unreadable = new UnreadableScope(text);
        assertThat(set.covers(unreadable)).isFalse();
        assertThat(set.scopes()).noneMatch(unreadable::covers);
    }

    @Property(tries = 5000)
    void covering_is_transitive(@ForAll("chains") List<String> chain) {
        Scope first = Scope.parse(chain.get(0));
        Scope second = Scope.parse(chain.get(1));
        Scope third = Scope.parse(chain.get(2));
        boolean related = first.covers(second) && second.covers(third);
        Statistics.label("related")
                .collect(related)
                .coverage(each -> each.check(true).percentage(share -> share > 30));
        if (related) {
            assertThat(first.covers(third)).isTrue();
        }
    }

    @Property
    void a_union_is_commutative_and_idempotent(
            @ForAll("sets") ScopeSet one, @ForAll("sets") ScopeSet other, @ForAll("readable") String text) {
        Scope scope = Scope.parse(text);
        assertThat(one.plus(other).covers(scope)).isEqualTo(other.plus(one).covers(scope));
        assertThat(one.plus(one)).isEqualTo(one);
    }

    @Property(tries = 5000)
    void narrowing_only_narrows(@ForAll("sets") ScopeSet requested, @ForAll("sets") ScopeSet ceiling) {
        ScopeSet narrowed = requested.narrowedTo(ceiling);
        assertThat(ceiling.covers(narrowed)).isTrue();
        assertThat(requested.covers(narrowed)).isTrue();
    }

    @Property(tries = 5000)
    void narrowing_twice_is_narrowing_once(@ForAll("sets") ScopeSet requested, @ForAll("sets") ScopeSet ceiling) {
        ScopeSet narrowed = requested.narrowedTo(ceiling);
        assertThat(narrowed.narrowedTo(ceiling)).isEqualTo(narrowed);
    }

    @Property(tries = 5000)
    void a_higher_ceiling_never_grants_less(
            @ForAll("sets") ScopeSet requested, @ForAll("sets") ScopeSet ceiling, @ForAll("readable") String more) {
        ScopeSet higher = ceiling.plus(ScopeSet.parse(more));
        assertThat(requested.narrowedTo(higher).covers(requested.narrowedTo(ceiling)))
                .isTrue();
    }

    @Property(tries = 5000)
    void what_the_ceiling_covers_is_echoed(@ForAll("sets") ScopeSet requested) {
        ScopeSet granting = requested.filter(requested::covers);
        assertThat(granting.narrowedTo(requested)).isEqualTo(granting);
    }

    @Property(tries = 5000)
    void the_shortest_form_is_equivalent_and_no_longer(@ForAll("sets") ScopeSet set) {
        List<ResourceAccess> granting = set.resourceScopes().stream()
                .map(ResourceScope::access)
                .filter(ResourceAccess::grants)
                .toList();
        List<ResourceAccess> shortest = ShortestForm.of(granting);
        Statistics.label("shorter")
                .collect(shortest.size() < granting.size())
                .coverage(each -> each.check(true).percentage(share -> share > 5));
        assertThat(granting).allMatch(access -> union(shortest).covers(access));
        assertThat(shortest).allMatch(access -> union(granting).covers(access));
        assertThat(shortest).hasSizeLessThanOrEqualTo(granting.size());
        assertThat(ShortestForm.of(shortest)).isEqualTo(shortest);
    }

    @Property
    void what_the_user_leaves_ticked_never_adds(
            @ForAll("sets") ScopeSet requested, @ForAll("parts") List<Integer> parts, @ForAll("sets") ScopeSet other) {
        ScopeSet allowed = part(requested, parts.get(0)).plus(other);
        ScopeSet approved = part(requested, parts.get(1));
        ScopeSet possible = new ScopeNegotiation(requested, allowed, GrantKind.AUTHORIZATION_CODE)
                .decide()
                .granted();
        ScopeSet granted =
                ConsentScreen.of(possible, asked -> true, fixed -> false).granted(possible.narrowedTo(approved));
        Statistics.label("something left")
                .collect(!granted.isEmpty())
                .coverage(each -> each.check(true).percentage(share -> share > 10));
        assertThat(requested.covers(granted)).isTrue();
        assertThat(allowed.covers(granted)).isTrue();
        assertThat(approved.covers(granted)).isTrue();
    }

    /** The scopes whose bits are set. */
    private static ScopeSet part(ScopeSet scopes, int bits) {
        return scopes.filter(scope -> (bits >> scopes.scopes().indexOf(scope) & 1) == 1);
    }

    private static ResourceUnion union(List<ResourceAccess> accesses) {
        return new ResourceUnion(accesses.stream()
                .map(access -> ResourceScope.of(access, ScopeSyntax.V2))
                .toList());
    }
}
