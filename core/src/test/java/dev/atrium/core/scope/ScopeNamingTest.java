package dev.atrium.core.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ScopeNamingTest {
    @Test
    void names_scopes_as_they_were_written() {
        assertThat(ScopeNaming.of(ScopeSet.parse("user/Foo.rs nonsense").scopes()))
                .isEqualTo("user/Foo.rs nonsense");
    }

    @Test
    void names_four_and_counts_the_others() {
        assertThat(ScopeNaming.of(ScopeSet.parse("a b c d e f").scopes())).isEqualTo("a b c d and 2 more");
    }

    @Test
    void cuts_a_long_one() {
        assertThat(ScopeNaming.of(new UnreadableScope("x".repeat(201)))).isEqualTo("x".repeat(197) + "...");
    }

    @Test
    void puts_a_question_mark_for_a_character_that_a_description_may_not_have() {
        assertThat(ScopeNaming.of(new UnreadableScope("a\"b\\c\u00e9\n"))).isEqualTo("a?b?c??");
    }

    @Property
    void is_never_long(@ForAll String text, @ForAll byte times) {
        List<Scope> scopes = Collections.nCopies(Math.abs(times), new UnreadableScope(text.repeat(50)));

        assertThat(ScopeNaming.of(scopes)).hasSizeLessThan(900).matches("[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]*");
    }
}
