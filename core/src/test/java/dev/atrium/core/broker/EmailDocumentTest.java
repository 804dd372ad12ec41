package dev.atrium.core.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.account.EmailAddress;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailDocumentTest {
    private static final EmailAddress DOC = new EmailAddress("doc@hill.example");

    @Nested
    class Given_an_ID_token_and_userinfo {
        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "doc@hill.example, true, doc@hill.example, true, VERIFIED",
                    "doc@hill.example, true, doc@hill.example, -, VERIFIED",
                    "doc@hill.example, -, doc@hill.example, true, VERIFIED",
                    "-, -, doc@hill.example, true, VERIFIED",
                    "DOC@Hill.example, True, doc@hill.example, -, VERIFIED",
                    "doc@hill.example, -, doc@hill.example, -, SILENT",
                    "-, true, doc@hill.example, -, SILENT",
                    "-, -, -, -, SILENT",
                    "doc@hill.example, true, doc@hill.example, false, DENIED",
                    "doc@hill.example, false, doc@hill.example, true, DENIED",
                    "-, false, doc@hill.example, true, DENIED",
                    "-, true, doc@hill.example, false, DENIED",
                    "mallory@hill.example, true, doc@hill.example, -, DENIED",
                    "mallory@hill.example, true, doc@hill.example, true, DENIED",
                    "mallory@hill.example, -, doc@hill.example, true, DENIED",
                    "mallory@hill.example, true, -, -, DENIED",
                    "no address, true, doc@hill.example, true, DENIED",
                    "doc@hill.example, yes, doc@hill.example, -, DENIED",
                    "doc@hill.example, '', doc@hill.example, true, DENIED",
                })
        void a_flag_counts_for_the_address_beside_it_and_a_denial_wherever_it_stands(
                String email, String flag, String otherEmail, String otherFlag, EmailStatement word) {
            assertThat(EmailDocument.about(
                            DOC, List.of(EmailDocument.of(email, flag), EmailDocument.of(otherEmail, otherFlag))))
                    .isEqualTo(word);
        }
    }

    @Nested
    class Given_no_document {
        @Test
        void nothing_is_said() {
            assertThat(EmailDocument.about(DOC, List.of())).isEqualTo(EmailStatement.SILENT);
        }
    }

    @Nested
    class Given_a_word {
        @ParameterizedTest
        @CsvSource({
            "VERIFIED, true, VOUCHED, VOUCHED",
            "VERIFIED, false, VOUCHED, CLAIMED",
            "SILENT, true, VOUCHED, CLAIMED",
            "SILENT, false, REFUSED, CLAIMED",
            "DENIED, true, REFUSED, REFUSED",
            "DENIED, false, REFUSED, REFUSED",
        })
        void what_follows_hangs_on_Trust_Email_and_on_whose_domain_it_is(
                EmailStatement word, boolean trustEmail, EmailTrust own, EmailTrust free) {
            assertThat(word.ofOwnDomain(trustEmail)).isEqualTo(own);
            assertThat(word.ofFreeDomain(trustEmail)).isEqualTo(free);
        }
    }
}
