package dev.atrium.tests.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever comes back from an identity provider with nothing is told so, and chooses again. */
@ExtendWith(AtriumServer.class)
class FailingProviderIT {
    private final Hospital hospital = Hospital.documented();
    private final String email = hospital.someAddress();

    @AfterEach
    void gone() {
        hospital.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_denied", "server_error", "temporarily_unavailable"})
    void an_error_leads_back_to_what_is_allowed(String error) {
        hospital.answers(error);

        Page choice = start();

        assertThat(choice.status()).isEqualTo(200);
        assertThat(choice.html().select(".pf-m-danger")).as(choice.text()).isNotEmpty();
        assertThat(choice.methods()).containsExactly("idp:" + hospital.alias());
    }

    @Test
    void a_code_that_it_does_not_take_leads_back_to_what_is_allowed() {
        hospital.answersCodes(500);

        assertTold(start());
    }

    @Test
    void one_that_does_not_answer_leads_back_to_what_is_allowed() {
        hospital.set(provider -> ((ObjectNode) provider.path("config")).put("tokenUrl", "http://localhost:1/token"));

        assertTold(start());
    }

    @Test
    void somebody_who_was_sent_there_by_an_app_is_told_on_the_first_page() {
        hospital.answersCodes(500);

        Page first = App.PLAIN.authorize(new Browser(), "openid", Map.of("kc_idp_hint", hospital.alias()));

        assertThat(first.text()).contains("cannot be reached at the moment");
        assertThat(first.html().select("input[name=username]")).isNotEmpty();
    }

    @Test
    void the_next_try_leads_in_once_it_works_again() {
        hospital.answersCodes(500);
        Page choice = start();
        hospital.answersCodes(200);
        hospital.says(Identity.verified(email));

        assertThat(choice.method("idp:" + hospital.alias()).callback()).containsKey("code");
    }

    @Test
    void what_failed_is_said_once() {
        hospital.answersCodes(500);
        Page choice = start();

        assertThat(choice.browser().open(choice.address()).text()).doesNotContain("cannot be reached");
    }

    private void assertTold(Page choice) {
        assertThat(choice.status()).as(choice.text()).isEqualTo(200);
        assertThat(choice.text()).contains(hospital.alias() + " cannot be reached at the moment.");
        assertThat(choice.methods()).containsExactly("idp:" + hospital.alias());
    }

    private Page start() {
        return App.PLAIN.authorize(new Browser(), "openid").email(email);
    }
}
