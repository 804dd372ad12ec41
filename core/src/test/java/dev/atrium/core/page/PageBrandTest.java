package dev.atrium.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.brand.BrandColour;
import dev.atrium.core.brand.HelpContact;
import dev.atrium.core.mail.ProjectMail;
import dev.atrium.core.mail.SettingProblem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose page it is. */
class PageBrandTest {
    @Test
    void a_project_that_says_nothing_has_its_name() {
        PageBrand brand = read(Map.of());

        assertThat(brand.name()).isEqualTo("Riverside Clinic");
        assertThat(brand.logo()).isEmpty();
        assertThat(brand.colour()).isEmpty();
        assertThat(brand.help()).isEmpty();
        assertThat(brand.problems()).isEmpty();
    }

    @Test
    void it_has_the_look_of_its_mails() {
        PageBrand brand = read(Map.of(
                ProjectMail.SENDER_NAME, "Riverside",
                ProjectMail.LOGO, "https://riverside.example/logo.png",
                ProjectMail.COLOUR, "#0A7D55",
                ProjectMail.REPLY_TO, "desk@riverside.example"));

        assertThat(brand.name()).isEqualTo("Riverside");
        assertThat(brand.logo()).contains("https://riverside.example/logo.png");
        assertThat(brand.colour()).contains(new BrandColour("#0a7d55"));
        assertThat(brand.help().map(HelpContact::text)).contains("desk@riverside.example");
        assertThat(brand.problems()).isEmpty();
    }

    @Test
    void the_help_contact_comes_before_where_answers_go() {
        PageBrand brand = read(Map.of(ProjectMail.REPLY_TO, "desk@riverside.example", PageBrand.HELP, "+49 30 123456"));

        assertThat(brand.help().map(HelpContact::href)).contains("tel:+4930123456");
    }

    @ParameterizedTest
    @CsvSource({
        ProjectMail.COLOUR + ",red",
        ProjectMail.COLOUR + ",#ffcc00",
        ProjectMail.LOGO + ",http://riverside.example/logo.png",
        PageBrand.HELP + ",javascript:alert(1)"
    })
    void what_is_not_used_as_it_is_written_is_a_problem(String attribute, String value) {
        assertThat(read(Map.of(attribute, value)).problems())
                .extracting(SettingProblem::setting)
                .containsExactly(attribute);
    }

    @Test
    void a_colour_that_is_too_light_is_replaced_by_one_that_can_be_read() {
        PageBrand brand = read(Map.of(ProjectMail.COLOUR, "#ffcc00"));

        assertThat(brand.colour()).isPresent();
        assertThat(brand.problems().get(0).message())
                .contains(brand.colour().orElseThrow().value());
    }

    @Test
    void settings_of_a_mail_server_are_no_affair_of_pages() {
        assertThat(read(Map.of(ProjectMail.SMTP_HOST, "smtp.example.org")).problems())
                .isEmpty();
    }

    private static PageBrand read(Map<String, String> attributes) {
        return PageBrand.read(
                "Riverside Clinic",
                attributes.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
    }
}
