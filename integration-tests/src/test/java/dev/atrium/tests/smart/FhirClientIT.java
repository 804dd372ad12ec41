package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.chromium.Chromium;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The library that most SMART apps are made with, unchanged and in a real browser, against the demo's FHIR server. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class FhirClientIT {
    private static final String PUBLISHED = "658dec434e308a6ba682158f1e94bfaa0f600bb500e78443369bfe7818133d90";

    private static SmartPlatform platform;
    private static FhirClientApp app;

    private Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        platform = SmartPlatform.start();
        int port = AtriumServer.freePort();
        platform.redirectsTo("http://localhost:" + port + "/app", "http://localhost:" + port + "/left");
        app = new FhirClientApp(port, platform.app().clientId(), App.endpoint("/logout"));
    }

    @AfterAll
    static void stop() throws IOException {
        app.close();
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

    @Test
    void is_the_library_as_it_was_published() throws IOException, NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(FhirClientApp.file(FhirClientApp.LIBRARY));

        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(PUBLISHED);
    }

    @Nested
    class Given_a_patient {
        @BeforeEach
        void signs_in() {
            chromium.open(app.standalone(platform.base()));
            signIn(platform.user("patient-self", "Patient/carol"));
            chromium.press("accept");
        }

        @Test
        void L_08_launches_standalone_and_reads_the_own_record() {
            assertSays("person", "Patient Carter");
            assertSays("patient", "carol Carter");
            assertSays("observations", "5 of 12");
        }

        @Test
        void R_11_refreshes_without_telling_its_client_id() {
            assertSays("patient", "carol Carter");

            chromium.press("refresh");

            assertSays("refreshed", "another token reads carol");
        }

        @Test
        void logs_out_and_is_asked_who_it_is_again() {
            assertSays("patient", "carol Carter");

            chromium.press("logout");
            chromium.await("#left");

            chromium.open(app.standalone(platform.base()));
            chromium.await("input[name=username]");
        }
    }

    @Nested
    class Given_an_EHR_that_launches_it {
        @Test
        void L_03_reads_the_patient_of_the_launch() {
            chromium.open(app.ehr(platform.base(), platform.launch("r07")));
            signIn(platform.user("clinician", "Practitioner/alice"));
            chromium.press("accept");

            assertSays("person", "Practitioner Archer");
            assertSays("patient", "r07 Chen");
        }
    }

    private void signIn(TestUser person) {
        chromium.type("username", person.email());
        chromium.await("#password");
        chromium.type("password", Admin.PASSWORD);
        chromium.await("#atrium-scopes");
    }

    private void assertSays(String id, String words) {
        Eventually.holds(
                () -> chromium.textOf("#" + id).contains(words),
                () -> "'" + words + "' is not in " + id + " of: " + chromium.text());
    }
}
