package dev.atrium.invitations.emailcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.account.UserId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CodeMarksTest {
    private static final UserId DOC = new UserId("doc");
    private static final EmailAddress ADDRESS = new EmailAddress("doc@hill.example");

    private final SingleUseMarks kept = new SingleUseMarks();
    private final CodeMarks code = new CodeMarks(kept, "one");

    @Nested
    class Given_a_code_that_was_never_mailed {
        @Test
        void it_speaks_for_nobody() {
            assertThat(code.isMailed(DOC, ADDRESS)).isFalse();
        }

        @Test
        void it_speaks_for_nobody_though_another_was_mailed_to_them() {
            new CodeMarks(kept, "two").mail(DOC, ADDRESS);
            assertThat(code.isMailed(DOC, ADDRESS)).isFalse();
        }
    }

    @Nested
    class Given_a_code_that_was_mailed {
        Given_a_code_that_was_mailed() {
            code.mail(DOC, ADDRESS);
        }

        @Test
        void it_speaks_for_the_person_at_that_address() {
            assertThat(code.isMailed(DOC, ADDRESS)).isTrue();
        }

        @Test
        void capital_letters_make_no_difference() {
            assertThat(code.isMailed(DOC, new EmailAddress("Doc@Hill.Example"))).isTrue();
        }

        @Test
        void it_does_not_speak_for_another_address_of_theirs() {
            assertThat(code.isMailed(DOC, new EmailAddress("doc@valley.example")))
                    .isFalse();
        }

        @Test
        void it_does_not_speak_for_somebody_else_who_has_the_address_now() {
            assertThat(code.isMailed(new UserId("other"), ADDRESS)).isFalse();
        }

        @Test
        void it_speaks_for_them_as_long_as_it_is_good() {
            assertThat(kept.shortestLifespan()).isGreaterThanOrEqualTo(600);
        }
    }
}
