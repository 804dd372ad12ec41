package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails are in the language of whoever gets them, and names in them are names. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class MailLanguagesIT {
    private final Correspondence realm = new Correspondence();

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_somebody_who_has_chosen_a_language {
        @ParameterizedTest
        @CsvSource({
            "en, Welcome to Diabetes Study, ltr",
            "de, Willkommen bei Diabetes Study, ltr",
            "es, Le damos la bienvenida a Diabetes Study, ltr",
            "fr, Bienvenue dans Diabetes Study, ltr",
            "it, Le diamo il benvenuto in Diabetes Study, ltr",
            "pt-BR, Boas-vindas a Diabetes Study, ltr",
            "nl, Welkom bij Diabetes Study, ltr",
            "ja, Diabetes Study へようこそ, ltr",
            "zh-CN, 欢迎加入 Diabetes Study, ltr",
            "ar, مرحبًا بك في \u2068Diabetes Study\u2069, rtl"
        })
        void mails_are_in_it(String language, String subject, String direction) {
            realm.person("ann", speaking(language));
            realm.joins("ann", "study");

            ReceivedMail mail = realm.first("ann");
            assertThat(mail.subject()).isEqualTo(subject);
            Element html = Jsoup.parse(mail.html()).selectFirst("html");
            assertThat(html.attr("lang")).isEqualTo(language);
            assertThat(html.attr("dir")).isEqualTo(direction);
        }

        @ParameterizedTest
        @CsvSource({"fr, Configurer votre connexion, ltr", "zh-CN, 设置您的登录方式, ltr", "ar, إعداد تسجيل الدخول, rtl"})
        void so_is_the_page_of_their_link(String language, String title, String direction) {
            realm.person("ann", speaking(language));
            realm.joins("ann", "study");

            Page page = new Browser().open(URI.create(realm.first("ann").link()));
            assertThat(page.title()).isEqualTo(title);
            Element html = page.html().selectFirst("html");
            assertThat(html.attr("lang")).isEqualTo(language);
            assertThat(html.attr("dir")).isEqualTo(direction);
        }

        @Test
        void keycloaks_own_mails_are_in_it_too() {
            String ann = realm.person("ann", speaking("zh-CN"));
            realm.change(
                    "users/" + ann + "/execute-actions-email",
                    Admin.JSON.createArrayNode().add("UPDATE_PASSWORD"));
            assertThat(Jsoup.parse(realm.first("ann").html())
                            .selectFirst("html")
                            .attr("lang"))
                    .isEqualTo("zh-CN");
        }

        @Test
        void chinese_goes_by_its_script_as_well() {
            ObjectNode settings = Admin.JSON.createObjectNode();
            settings.putArray("supportedLocales").add("en").add("zh-Hans");
            realm.change("", settings);
            realm.person("ann", speaking("zh-Hans"));
            realm.joins("ann", "study");
            assertThat(realm.first("ann").subject()).isEqualTo("欢迎加入 Diabetes Study");
        }
    }

    @Nested
    class Given_another_email_theme {
        @Test
        void the_mails_are_in_its_look() {
            realm.change("", Admin.JSON.createObjectNode().put("emailTheme", "keycloak"));
            realm.person("ann");
            realm.joins("ann", "study");

            ReceivedMail mail = realm.first("ann");
            assertThat(mail.subject()).isEqualTo("Welcome to Diabetes Study");
            assertThat(mail.html()).contains("Choose a password").doesNotContain("atrium-card");
        }
    }

    @Nested
    class Given_words_of_the_realms_own {
        @Test
        void they_take_the_place_of_ours() {
            says("Come in, this is {0}");
            assertThat(realm.first("ann").subject()).isEqualTo("Come in, this is Diabetes Study");
        }

        @Test
        void a_mistake_in_them_loses_no_mail_and_keeps_nobody_out() {
            says("Come in {");
            assertThat(realm.first("ann").subject()).isEqualTo("Come in {");
        }

        private void says(String welcome) {
            String path = "localization/en/atrium.mail.welcome.subject";
            assertThat(realm.admin()
                            .send("PUT", path, "text/plain", BodyPublishers.ofString(welcome))
                            .status())
                    .isEqualTo(204);
            realm.person("ann");
            realm.joins("ann", "study");
        }
    }

    @Nested
    class Given_names_that_are_no_names {
        private static final String NAME = "A ${7*7} <#list 1.. as x> <b>bold</b> {0} 'x' ${atrium.mail.greeting}";

        @Test
        void a_project_is_called_as_it_is_called() {
            realm.project("odd", NAME);
            realm.person("ann");
            realm.joins("ann", "odd");

            ReceivedMail mail = realm.first("ann");
            assertThat(mail.subject()).isEqualTo("Welcome to " + NAME);
            assertThat(mail.text()).contains("You now have access to " + NAME + ".");
            assertThat(Jsoup.parse(mail.html()).text()).contains("You now have access to " + NAME + ".");
            assertThat(Jsoup.parse(mail.html()).select("b")).isEmpty();
        }

        @Test
        void line_breaks_in_a_name_begin_no_header() throws Exception {
            realm.project("odd", "Study\r\nBcc: eve@example.org");
            realm.person("ann");
            realm.joins("ann", "odd");

            ReceivedMail mail = realm.first("ann");
            assertThat(mail.subject()).isEqualTo("Welcome to Study Bcc: eve@example.org");
            assertThat(mail.message().getHeader("Bcc")).isNull();
            assertThat(realm.mails.mailsTo("eve@example.org")).isEmpty();
        }
    }

    @Nested
    class Given_any_mail {
        @Test
        void it_fetches_nothing_and_runs_nothing() {
            realm.person("ann");
            realm.joins("ann", "study");

            Element html = Jsoup.parse(realm.first("ann").html());
            Set<String> tags = new HashSet<>();
            html.getAllElements().forEach(element -> tags.add(element.tagName()));
            assertThat(tags).doesNotContain("img", "link", "script", "iframe", "object");
            assertThat(html.html()).doesNotContain("url(", "@import");
        }
    }

    private static ObjectNode speaking(String language) {
        ObjectNode more = Admin.JSON.createObjectNode();
        more.putObject("attributes").putArray("locale").add(language);
        return more;
    }
}
