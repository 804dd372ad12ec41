package dev.atrium.core.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.negotiation.GrantKind;
import dev.atrium.core.negotiation.ScopeNegotiation;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScopeLawsTest {
    @Provide
    Arbitrary<String> readable() {
        return ArbitraryScopes.readable();
    }

    @Provide
    Arbitrary<String> resource() {
        return ArbitraryScopes.resource();
    }

    @Provide
    Arbitrary<String> nearly() {
        return ArbitraryScopes.nearly();
    }

    @Provide
    Arbitrary<ScopeSet> sets() {
        return ArbitraryScopes.sets();
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
    void covering_is_transitive(
            @ForAll("resource") String first, @ForAll("resource") String second, @ForAll("resource") String third) {
        List<Scope> scopes = List.of(Scope.parse(first), Scope.parse(second), Scope.parse(third));
        if (scopes.get(0).covers(scopes.get(1)) && scopes.get(1).covers(scopes.get(2))) {
            assertThat(scopes.get(0).covers(scopes.get(2))).isTrue();
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
        ScopeSet shortest = set.shortestForm();
        ScopeSet granting = set.filter(set::covers);
        assertThat(shortest.covers(granting)).isTrue();
        assertThat(set.covers(shortest.filter(shortest::covers))).isTrue();
        assertThat(shortest.scopes()).hasSizeLessThanOrEqualTo(set.scopes().size());
        assertThat(shortest.shortestForm()).isEqualTo(shortest);
    }

    @Property
    void what_the_user_leaves_ticked_never_adds(
            @ForAll("sets") ScopeSet requested, @ForAll("sets") ScopeSet allowed, @ForAll("sets") ScopeSet approved) {
        new ScopeNegotiation(requested, allowed, Optional.of(approved), GrantKind.AUTHORIZATION_CODE)
                .decide()
                .match(
                        granted -> {
                            assertThat(requested.covers(granted.scopes())).isTrue();
                            assertThat(allowed.covers(granted.scopes())).isTrue();
                            assertThat(approved.covers(granted.scopes())).isTrue();
                        },
                        refused -> assertThat(refused.error().code()).isNotEmpty());
    }
}
