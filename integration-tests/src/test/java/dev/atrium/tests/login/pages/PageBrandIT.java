package dev.atrium.tests.login.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.stages.TestClients;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose page it is: the realm's, until it is known which project it is about. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class PageBrandIT {
    private static final String SCOPE = "openid fhirUser user/*.rs";
    private static final String NAME = "Bäckerei & Söhne Clinic";

    private BrandedProject project;

    @BeforeAll
    void a_project() {
        project = BrandedProject.make(BrandedProject.LOOK);
    }

    @AfterAll
    void gone() {
        project.close();
    }

    @Nested
    class Given_a_domain_that_was_typed {
        private final Page page = start(Map.of()).email("nobody@" + project.domain());

        @Test
        void the_page_before_is_the_realms() {
            assertThat(head(start(Map.of()))).isEqualTo("Atrium");
        }

        @Test
        void its_name_stands_above_the_page_and_in_the_title() {
            assertThat(head(page)).isEqualTo(NAME);
            assertThat(page.html().title()).contains("Sign in to " + NAME);
        }

        @Test
        void its_logo_stands_beside_the_name_and_says_nothing_twice() {
            Element logo = page.html().selectFirst("#kc-header-wrapper img");

            assertThat(logo.attr("src")).isEqualTo("https://clinic.example/logo.png?size=2&x=1");
            assertThat(logo.hasAttr("alt")).isTrue();
            assertThat(logo.attr("alt")).isEmpty();
        }

        @Test
        void buttons_and_links_have_its_colour() {
            assertThat(page.html().select("style").html()).contains("--atrium-button: #7a1fa2");
        }

        @Test
        void it_says_whom_to_ask() {
            assertThat(page.html().select(".atrium-help").text()).isEqualTo("Need help? +49 30 123456");
            assertThat(page.html().select(".atrium-help a").attr("href")).isEqualTo("tel:+4930123456");
        }

        @Test
        void an_error_stays_the_projects() {
            assertThat(head(page.password("wrong"))).isEqualTo(NAME);
        }

        @Test
        void so_does_the_page_for_a_new_password() {
            String reset = page.html().select("a[href*=reset-credentials]").attr("abs:href");

            assertThat(head(page.browser().open(URI.create(reset)))).isEqualTo(NAME);
        }

        @Test
        void the_page_is_the_same_whether_there_is_an_account_or_not() {
            TestUser person = project.clinician(project.domain());

            Page known = start(Map.of()).email(person.email());

            assertThat(alike(known, person.email())).isEqualTo(alike(page, "nobody@" + project.domain()));
        }
    }

    @Nested
    class Given_somebody_of_another_domain {
        private final TestUser person = project.clinician("example.org");

        @Test
        void nothing_says_where_they_work_before_they_have_signed_in() {
            Page password = start(Map.of()).email(person.email());

            assertThat(head(password)).isEqualTo("Atrium");
            assertThat(head(password.password("wrong"))).isEqualTo("Atrium");
        }

        @Test
        void neither_does_the_page_for_a_new_password() {
            Page password = start(Map.of()).email(person.email());
            String reset = password.html().select("a[href*=reset-credentials]").attr("abs:href");
            Page asked = password.browser().open(URI.create(reset));

            Page sent = asked.submit("kc-reset-password-form", Map.of(), "");

            assertThat(sent.html().text()).doesNotContain(NAME);
        }

        @Test
        void the_page_after_the_choice_is_the_projects() {
            Page consent = start(Map.of()).email(person.email()).password(Admin.PASSWORD);

            assertThat(consent.scopes()).isNotEmpty();
            assertThat(head(consent)).isEqualTo(NAME);
        }
    }

    @Nested
    class Given_an_app_that_names_the_FHIR_server {
        @Test
        void the_first_page_is_the_projects_already() {
            assertThat(head(start(Map.of("aud", project.fhirBaseUrl())))).isEqualTo(NAME);
        }

        @Test
        void it_stays_so_whatever_domain_is_typed() {
            Page page = start(Map.of("aud", project.fhirBaseUrl())).email("nobody@riverside.example");

            assertThat(head(page)).isEqualTo(NAME);
        }

        @Test
        void of_two_projects_on_one_server_it_is_neithers() {
            try (BrandedProject other = BrandedProject.make(Map.of("atrium.fhir-base-url", project.fhirBaseUrl()))) {
                assertThat(head(start(Map.of("aud", project.fhirBaseUrl()))))
                        .as(other.alias())
                        .isEqualTo("Atrium");
            }
        }
    }

    @Nested
    class Given_a_look_that_cannot_be_used {
        @Test
        void what_is_unfit_is_left_out() {
            try (BrandedProject odd = BrandedProject.make(Map.of(
                    "atrium.mail.sender-name", "<img src=x onerror=alert(1)>&lt;b>${msg}{0}",
                    "atrium.mail.logo", "http://clinic.example/logo.png",
                    "atrium.mail.colour", "red;} body {display: none",
                    "atrium.help-contact", "javascript:alert(1)"))) {
                Page page = start(Map.of()).email("nobody@" + odd.domain());

                assertThat(head(page)).isEqualTo("‹img src=x onerror=alert(1)›＆lt;b›$ {msg}{0}");
                assertThat(page.html().select("#kc-header-wrapper img, style, .atrium-help"))
                        .isEmpty();
            }
        }

        @Test
        void a_colour_that_is_too_light_becomes_one_that_can_be_read() {
            try (BrandedProject light = BrandedProject.make(Map.of("atrium.mail.colour", "#ffcc00"))) {
                Page page = start(Map.of()).email("nobody@" + light.domain());

                assertThat(page.html().select("style").html())
                        .contains("--atrium-button: #")
                        .doesNotContain("#ffcc00");
            }
        }
    }

    @Nested
    class Given_a_theme_that_knows_nothing_of_it {
        @Test
        void the_name_stands_above_and_our_pages_have_the_colour() {
            App app = new TestClients(project.admin())
                    .like(
                            App.SMART_APP,
                            client -> client.withObject("/attributes").put("login_theme", "keycloak.v2"));
            Page password = app.authorize(new Browser(), SCOPE, Map.of("ui_locales", "en"))
                    .email(project.clinician(project.domain()).email());
            assertThat(head(password)).isEqualTo(NAME);

            Page consent = password.password(Admin.PASSWORD);

            assertThat(consent.html().select("style").html()).contains("--atrium-accent: #7a1fa2");
            assertThat(consent.html().select(".atrium-help").text()).contains("+49 30 123456");
        }
    }

    @Nested
    class Given_a_realm_that_says_whom_to_ask {
        @Test
        void pages_of_no_project_name_it() {
            ObjectNode realm = (ObjectNode) project.admin().read("");
            ObjectNode helped = realm.deepCopy();
            helped.withObject("/attributes").put("atrium.help-contact", "help@atrium.example");
            project.admin().update("", helped);
            try {
                assertThat(start(Map.of()).html().select(".atrium-help a").attr("href"))
                        .isEqualTo("mailto:help@atrium.example");
            } finally {
                helped.withObject("/attributes").put("atrium.help-contact", "");
                project.admin().update("", helped);
            }
        }
    }

    private static Page start(Map<String, String> more) {
        Map<String, String> wishes = new HashMap<>(Map.of("ui_locales", "en"));
        wishes.putAll(more);
        return App.SMART_APP.authorize(new Browser(), SCOPE, wishes);
    }

    private static String head(Page page) {
        return page.html().select("#kc-header-wrapper").text();
    }

    private static String alike(Page page, String typed) {
        return page.html()
                .body()
                .text()
                .replace(typed, "the name")
                .concat(page.html().title());
    }
}
