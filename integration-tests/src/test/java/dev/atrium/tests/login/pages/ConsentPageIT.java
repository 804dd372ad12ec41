package dev.atrium.tests.login.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which people allow an app something: who asks, for whom, what in plain words, and how to take it back. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class ConsentPageIT {
    private static final String SCOPE = "openid fhirUser launch/patient patient/Observation.rs";

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);
    private final TestClient client = TestClient.publicOne(
                    admin, "launch/patient", "fhirUser", "patient/*.cruds", "offline_access")
            .withConsent();

    @BeforeEach
    void a_patient() {
        user.joins("riverside", "Patient/own", "patient-self");
    }

    @Nested
    class Given_an_app_that_says_who_it_is {
        @Test
        void is_shown_with_logo_publisher_terms_and_privacy() {
            client.with("logoUri", "https://app.example/logo.png")
                    .with("atrium.publisher", "Example Health <Ltd>")
                    .with("tosUri", "https://app.example/terms")
                    .with("policyUri", "https://app.example/privacy");

            Element app = ask(SCOPE).html().selectFirst(".atrium-app");

            assertThat(app.text()).contains("From Example Health <Ltd>", "Terms of use", "Privacy policy");
            assertThat(app.select("img").attr("src")).isEqualTo("https://app.example/logo.png");
            assertThat(app.select("img").attr("alt")).isEmpty();
            assertThat(app.select("#atrium-terms").attr("href")).isEqualTo("https://app.example/terms");
            assertThat(app.select("#atrium-privacy").attr("href")).isEqualTo("https://app.example/privacy");
            assertThat(app.select("a")).allSatisfy(link -> {
                assertThat(link.attr("rel")).contains("noopener");
                assertThat(link.attr("target")).isEqualTo("_blank");
            });
        }

        @Test
        void has_a_name_and_no_sentence_in_its_place_nor_one_that_turns_the_line_around() {
            ObjectNode settings = (ObjectNode) admin.read("clients/" + client.uuid());
            admin.update(
                    "clients/" + client.uuid(),
                    settings.put("name", "Good\u202e app\u2029 " + "that you have to trust ".repeat(9)));

            String name = ask(SCOPE).html().select(".atrium-app .atrium-title").text();

            assertThat(name).startsWith("Good app that you have to trust").hasSizeLessThanOrEqualTo(80);
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://app.example/x", "https://you@app.example/x"})
        void no_address_leads_anywhere_but_to_a_page_in_the_web(String address) {
            client.with("logoUri", address).with("tosUri", address).with("policyUri", address);

            assertThat(ask(SCOPE).html().select(".atrium-app :is(img, a)")).isEmpty();
        }
    }

    @Nested
    class Given_a_patient {
        @Test
        void reads_whose_record_it_is() {
            Page page = ask(SCOPE);

            assertThat(page.html().select("legend").eachText()).contains("Your health record");
            assertThat(page.html().select(".atrium-as").text()).isEqualTo("Riverside Clinic As a patient");
        }

        @Test
        void reads_who_is_signed_in() {
            ask(SCOPE);

            assertThat(ask(SCOPE).html().select("#kc-attempted-username").val()).isEqualTo(user.email());
        }

        @Test
        void reads_it_too_where_the_page_comes_after_the_flow() {
            admin.read("authentication/flows").forEach(flow -> {
                if (flow.path("alias").asText().equals("browser")) {
                    ObjectNode own = (ObjectNode) admin.read("clients/" + client.uuid());
                    own.putObject("authenticationFlowBindingOverrides")
                            .put("browser", flow.path("id").asText());
                    admin.update("clients/" + client.uuid(), own);
                }
            });

            assertThat(ask(SCOPE).html().select(".atrium-as").text()).endsWith("Signed in as " + user.email());
        }

        @Test
        void finds_the_way_to_take_it_back() {
            Element link = ask(SCOPE).html().getElementById("atrium-take-back");

            assertThat(link.attr("href")).endsWith("/realms/atrium/account/applications");
            assertThat(link.attr("rel")).contains("noopener");
        }

        @Test
        void presses_nothing_by_enter() {
            Element first = ask(SCOPE).html().selectFirst("#atrium-scopes button");

            assertThat(first.attr("formmethod")).isEqualTo("dialog");
            assertThat(first.hasAttr("hidden")).isTrue();
        }
    }

    @Nested
    class Given_a_long_list {
        private static final List<String> ASKED = List.of(
                "Observation", "Condition", "Procedure", "Immunization", "Encounter", "Goal", "Device", "Coverage");

        @Test
        void is_folded_with_a_count_and_nothing_of_it_is_left_out() {
            String scopes = "openid launch/patient "
                    + String.join(
                            " ",
                            ASKED.stream()
                                    .map(type -> "patient/" + type + ".rs")
                                    .toList());

            Page page = ask(scopes);

            assertThat(page.html().select(".atrium-fold > summary").text()).isEqualTo("Show the others (3)");
            assertThat(page.scopes()).hasSize(9).allMatch(scope -> page.ticked().contains(scope));
            assertThat(client.app().exchange(page.allow()).scopes()).containsExactlyInAnyOrder(scopes.split(" "));
        }

        @Test
        void shows_first_what_lets_the_app_change_something() {
            String scopes = "openid launch/patient "
                    + String.join(
                            " ",
                            ASKED.stream()
                                    .map(type -> "patient/" + type + (type.equals("Coverage") ? ".cruds" : ".rs"))
                                    .toList());

            TestUser writer = admin.user("example.org");
            writer.joins("riverside", "Patient/own", "clinician");

            Page page = Person.of(writer).signIn(client.app(), scopes);

            Element first = page.html().selectFirst("#atrium-scopes fieldset:has(.atrium-fold) input[name=scope]");
            assertThat(first.attr("value")).isEqualTo("patient/Coverage.cruds");
        }

        @Test
        void is_not_folded_for_a_single_line() {
            String scopes = "openid "
                    + String.join(
                            " ",
                            ASKED.subList(0, 6).stream()
                                    .map(type -> "patient/" + type + ".rs")
                                    .toList());

            assertThat(ask(scopes).html().select(".atrium-fold")).isEmpty();
        }
    }

    @Nested
    class Given_what_there_are_no_words_for {
        private static final String UNKNOWN = "patient/SubstanceProtein.rs";
        private static final String CODE = "patient/Observation.rs?code=http://loinc.org|8867-4";

        @Test
        void is_said_to_be_so_and_granted_all_the_same() {
            Page page = ask("openid " + UNKNOWN + " " + CODE);

            assertThat(page.text())
                    .contains("Other data (no description available)", "something that cannot be shown here");
            assertThat(client.app().exchange(page.allow()).scopes()).contains(UNKNOWN, CODE);
        }

        @Test
        void shows_no_type_code_or_address() {
            assertThat(ask("openid " + UNKNOWN + " " + CODE)
                            .html()
                            .selectFirst("#atrium-scopes")
                            .text())
                    .doesNotContain("Substance", "8867", "loinc", "http", "patient/", "?");
        }

        @Test
        void is_no_name_of_a_client_scope_either() {
            String scope = "inner-name-of-a-scope";
            client.assign(scope);
            admin.read("client-scopes").forEach(found -> {
                if (found.path("name").asText().equals(scope)) {
                    ((ObjectNode) found).withObject("/attributes").put("display.on.consent.screen", "true");
                    admin.update("client-scopes/" + found.path("id").asText(), found);
                }
            });

            Page page = ask("openid patient/Observation.rs " + scope);

            assertThat(page.text())
                    .contains("Other access (no description available)")
                    .doesNotContain(scope);
            assertThat(page.scopes()).contains(scope);
        }
    }

    private Page ask(String scope) {
        return person.signIn(client.app(), scope);
    }
}
