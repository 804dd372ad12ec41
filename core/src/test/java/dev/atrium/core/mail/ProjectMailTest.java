package dev.atrium.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.brand.BrandColour;
import dev.atrium.core.mail.ProjectSmtp.Encryption;
import dev.atrium.core.mail.ProjectSmtp.Login;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a project may say of its mails. */
class ProjectMailTest {
    private static final Map<String, String> SERVER =
            Map.of(ProjectMail.SMTP_HOST, "smtp.example.org", ProjectMail.SMTP_FROM, "mail@example.org");

    @Nested
    class Given_settings_that_fit {
        @Test
        void reads_the_sender_and_the_look() {
            ProjectMail mail = read(Map.of(
                    ProjectMail.SENDER_NAME, " Riverside Clinic ",
                    ProjectMail.REPLY_TO, "help@riverside.example",
                    ProjectMail.LOGO, "https://riverside.example/logo.png",
                    ProjectMail.COLOUR, "#0A7D55"));
            assertThat(mail.problems()).isEmpty();
            assertThat(mail.senderName()).contains("Riverside Clinic");
            assertThat(mail.replyTo()).contains(new EmailAddress("help@riverside.example"));
            assertThat(mail.logo()).contains("https://riverside.example/logo.png");
            assertThat(mail.colour()).contains(new BrandColour("#0a7d55"));
            assertThat(mail.smtp()).isEmpty();
        }

        @Test
        void a_server_needs_a_host_and_a_sender() {
            assertThat(read(SERVER).smtp())
                    .contains(new ProjectSmtp(
                            "smtp.example.org", 587, Encryption.STARTTLS, "mail@example.org", Optional.empty()));
        }

        @Test
        void a_server_may_have_more() {
            ProjectMail mail = read(with(Map.of(
                    ProjectMail.SMTP_ENCRYPTION, "SSL",
                    ProjectMail.SMTP_PORT, "2465",
                    ProjectMail.SMTP_USER, "riverside",
                    ProjectMail.SMTP_PASSWORD, "${vault.atrium-smtp-riverside}")));
            assertThat(mail.smtp())
                    .contains(new ProjectSmtp(
                            "smtp.example.org",
                            2465,
                            Encryption.SSL,
                            "mail@example.org",
                            Optional.of(new Login("riverside", "${vault.atrium-smtp-riverside}"))));
        }

        @Test
        void nothing_said_is_nothing_wrong() {
            assertThat(read(Map.of(ProjectMail.SMTP_HOST, " ", ProjectMail.LOGO, "")))
                    .isEqualTo(ProjectMail.NOTHING);
        }
    }

    @Nested
    class Given_settings_that_do_not_fit {
        @ParameterizedTest
        @CsvSource({
            ProjectMail.SENDER_NAME + ",'a\r\nBcc: all@example.org'",
            ProjectMail.REPLY_TO + ",nobody",
            ProjectMail.REPLY_TO + ",'a@b.example\nBcc: c@d.example'",
            ProjectMail.LOGO + ",http://riverside.example/logo.png",
            ProjectMail.LOGO + ",data:image/png;base64,AAAA",
            ProjectMail.LOGO + ",https://a:b@riverside.example/logo.png",
            ProjectMail.LOGO + ",'https://riverside.example/\" onload=x'",
            ProjectMail.COLOUR + ",red",
            TimeZoneName.ATTRIBUTE + ",CET+1"
        })
        void leaves_out_what_is_unfit_and_says_why(String setting, String value) {
            ProjectMail mail = read(Map.of(setting, value));
            assertThat(mail.problems()).extracting(SettingProblem::setting).containsExactly(setting);
            assertThat(mail)
                    .isEqualTo(new ProjectMail(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            mail.problems()));
        }

        @ParameterizedTest
        @CsvSource({
            ProjectMail.SMTP_HOST + ",''," + ProjectMail.SMTP_HOST,
            ProjectMail.SMTP_HOST + ",a b," + ProjectMail.SMTP_HOST,
            ProjectMail.SMTP_FROM + ",''," + ProjectMail.SMTP_FROM,
            ProjectMail.SMTP_FROM + ",Riverside <a@b.example>," + ProjectMail.SMTP_FROM,
            ProjectMail.SMTP_PORT + ",99999," + ProjectMail.SMTP_PORT,
            ProjectMail.SMTP_ENCRYPTION + ",tls," + ProjectMail.SMTP_ENCRYPTION,
            ProjectMail.SMTP_USER + ",riverside," + ProjectMail.SMTP_PASSWORD,
            ProjectMail.SMTP_PASSWORD + ",${vault.atrium-smtp-riverside}," + ProjectMail.SMTP_USER
        })
        void a_server_is_used_whole_or_not_at_all(String setting, String value, String problem) {
            ProjectMail mail = read(with(Map.of(setting, value)));
            assertThat(mail.smtp()).isEmpty();
            assertThat(mail.problems()).extracting(SettingProblem::setting).containsExactly(problem);
        }

        @ParameterizedTest
        @ValueSource(strings = {"secret", "${vault.secret}", "${vault.atrium-smtp-secret}", "${vault.smtp-riverside}"})
        void a_password_that_is_not_the_projects_entry_in_the_vault_is_not_heeded(String password) {
            ProjectMail mail = read(with(Map.of(ProjectMail.SMTP_USER, "a", ProjectMail.SMTP_PASSWORD, password)));
            assertThat(mail.smtp()).isEmpty();
            assertThat(mail.problems().toString()).contains("vault").doesNotContain("secret");
        }
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(SERVER);
        all.putAll(more);
        return all;
    }

    private static ProjectMail read(Map<String, String> attributes) {
        Map<String, List<String>> lists = new HashMap<>();
        attributes.forEach((name, value) -> lists.put(name, List.of(value)));
        return ProjectMail.read(lists, List.of("${vault.atrium-smtp-riverside}"));
    }
}
