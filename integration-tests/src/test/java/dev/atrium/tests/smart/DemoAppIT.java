package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.chromium.Chromium;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo's own app and health record system, as somebody uses them who follows docs/demo.md. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class DemoAppIT {
    private static SmartPlatform platform;

    private Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        platform = SmartPlatform.start();
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
    }

    @BeforeEach
    void open() throws IOException {
        chromium = Chromium.start();
    }

    @AfterEach
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Nested
    class Given_a_patient_who_opens_the_app {
        @BeforeEach
        void signs_in() {
            launchStandalone();
            signIn(platform.user("patient-self", "Patient/carol"));
        }

        @Test
        void shows_who_signed_in_which_patient_it_is_and_what_was_granted() {
            chromium.press("accept");

            assertSays("#person", "Carol Carter (Patient)");
            assertSays("#patient", "Carol Carter, born 1984-06-21");
            assertSays("#scopes", "read and search Observation data of this patient");
            assertSays("#observations", "Heart rate");
        }

        @Test
        void tells_every_step_with_its_request_and_its_answer() {
            chromium.press("accept");
            assertSays("#observations", "Heart rate");

            assertThat(chromium.textOf("#steps"))
                    .contains(
                            "asks the FHIR server where to sign in",
                            "sends you to sign in",
                            "You come back",
                            "trades the code for tokens",
                            "reads the measurements");
        }

        @Test
        void refreshes_and_signs_out() {
            chromium.press("accept");
            assertSays("#observations", "Heart rate");

            chromium.click("#refresh");
            assertSays("#told", "The app has a new access token");

            chromium.click("#sign-out");
            chromium.await("#start:not([hidden])");
            launchStandalone();
            chromium.await("input[name=username]");
        }

        @Test
        void says_what_went_wrong_when_the_person_denies() {
            chromium.press("deny");

            Eventually.holds(
                    () -> !chromium.textOf("#failure-words").isBlank(),
                    () -> "the app says nothing: " + chromium.text());
        }
    }

    @Nested
    class Given_a_doctor_in_the_health_record_system {
        @Test
        void launches_the_app_for_the_patient_whose_record_is_open() {
            chromium.open(platform.demo().ehr().address().toString());
            chromium.choose("#patient", "Grace Chen");
            chromium.click("#choice button");
            chromium.await("#open");
            assertThat(chromium.textOf("#steps")).contains("says which patient the launch is about");
            chromium.click("#open");
            assertSays("#continue", "Continue");
            chromium.click("#continue");
            signIn(platform.user("clinician", "Practitioner/alice"));
            chromium.press("accept");

            assertSays("#person", "Alice Archer (Practitioner)");
            assertSays("#patient", "Grace Chen");
            assertSays("#observations", "Heart rate");
        }
    }

    @Nested
    class Given_an_answer_to_another_sign_in {
        @Test
        void does_nothing_with_it() {
            chromium.open(platform.demo().app().address() + "/callback?code=stolen&state=foreign");

            assertSays("#failure-words", "does not belong to a sign-in that the app began");
        }
    }

    @Nested
    class Given_a_small_phone {
        @Test
        void no_page_is_wider() {
            chromium.width(390);
            launchStandalone();
            assertFits();
            signIn(platform.user("patient-self", "Patient/carol"));
            chromium.press("accept");
            assertSays("#observations", "Heart rate");
            assertFits();
            chromium.open(platform.demo().ehr().address().toString());
            chromium.await("#patient option");
            assertFits();
        }

        private void assertFits() {
            assertThat(chromium.overhang()).as(chromium.text()).isZero();
        }
    }

    private void launchStandalone() {
        chromium.open(platform.demo().app().address().toString());
        chromium.await("#servers button");
        chromium.click("#servers button");
        chromium.await("#continue");
        chromium.click("#continue");
    }

    private void signIn(TestUser person) {
        chromium.type("username", person.email());
        chromium.await("#password");
        chromium.type("password", Admin.PASSWORD);
        chromium.await("#atrium-scopes");
    }

    private void assertSays(String selector, String words) {
        Eventually.holds(
                () -> chromium.textOf(selector).contains(words),
                () -> "'" + words + "' is not in " + selector + " of: " + chromium.text());
    }
}
