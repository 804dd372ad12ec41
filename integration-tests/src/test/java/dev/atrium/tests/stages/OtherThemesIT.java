package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the stages in a theme that knows nothing of them. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class OtherThemesIT {
    private static final String SCOPE = "openid fhirUser launch/patient patient/*.rs user/*.rs offline_access";

    private final Admin admin = Admin.ofRealm();

    @ParameterizedTest
    @ValueSource(strings = {"keycloak.v2", "keycloak", "base"})
    void a_person_chooses_who_to_be_agrees_and_the_app_gets_its_token(String theme) {
        App app = appWith(theme);

        Page callback = asks(app, "en", ofTwoProfiles()).choose("Own record").allow();

        assertThat(app.exchange(callback).scopes()).contains("patient/*.rs", "fhirUser", "offline_access");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keycloak.v2", "keycloak", "base"})
    void a_person_who_may_not_go_on_reads_why_and_goes_back_to_the_app(String theme) {
        Page refused = asks(appWith(theme), "en", admin.user("example.org"));

        assertThat(refused.title()).isEqualTo("You have no access here");
        assertThat(refused.back().callback()).containsEntry("error", "access_denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keycloak.v2", "keycloak", "base"})
    void a_page_speaks_the_language_of_the_person(String theme) {
        Page first = asks(appWith(theme), "de", ofTwoProfiles());
        Page second = first.choose("Own record");

        assertThat(first.title()).isEqualTo("Wie möchten Sie weitermachen?");
        assertThat(second.title()).isEqualTo("SMART app bittet um Zugriff");
        assertThat(first.text() + second.text()).doesNotContain("atrium.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keycloak.v2", "keycloak", "base"})
    void every_stylesheet_of_a_page_is_there(String theme) {
        Page page = asks(appWith(theme), "en", ofTwoProfiles());

        List<String> stylesheets = page.html().select("link[rel=stylesheet]").eachAttr("abs:href");
        assertThat(stylesheets).anyMatch(address -> address.endsWith("/atrium-stages.css"));
        assertThat(stylesheets)
                .allSatisfy(address -> assertThat(
                                new Browser().open(URI.create(address)).status())
                        .isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"keycloak.v2", "keycloak", "base"})
    void what_is_no_name_is_asked_for_again_in_words(String theme) {
        Page page = appWith(theme).authorize(new Browser(), SCOPE, Map.of("ui_locales", "en"));

        assertThat(page.email("no-address@").text()).contains("Please enter your user name or your e-mail address.");
    }

    private App appWith(String theme) {
        return new TestClients(admin)
                .like(App.SMART_APP, client -> client.withObject("/attributes").put("login_theme", theme));
    }

    private static Page asks(App app, String language, TestUser person) {
        return Visitor.of(person).signsIn(app, SCOPE, Map.of("ui_locales", language));
    }

    private TestUser ofTwoProfiles() {
        TestUser person = admin.user("example.org");
        person.joins("riverside", "Patient/of-another-theme", "patient-self", "Own record");
        person.joins("riverside", "Practitioner/of-another-theme", "clinician");
        return person;
    }
}
