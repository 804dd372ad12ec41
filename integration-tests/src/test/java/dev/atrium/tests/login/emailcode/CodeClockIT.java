package dev.atrium.tests.login.emailcode;

import static dev.atrium.tests.login.emailcode.CodeRealm.resend;
import static dev.atrium.tests.login.emailcode.CodeRealm.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.store.TestPostgres;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.mail.MailServer;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.OwnServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Codes over minutes, on a server whose clock is moved. */
@Tag("own")
@TestInstance(Lifecycle.PER_CLASS)
class CodeClockIT {
    private final MailServer mails = MailServer.start();
    private OwnServer server;
    private String email;
    private Page page;

    @BeforeAll
    void a_server_of_our_own() {
        server = OwnServer.on(TestPostgres.start(), Map.of());
        ObjectNode smtp = Admin.JSON.createObjectNode();
        smtp.putObject("smtpServer")
                .put("host", "localhost")
                .put("port", String.valueOf(mails.port()))
                .put("from", "atrium@example.org");
        send("PUT", "", smtp, 204);
        JsonNode step = StreamSupport.stream(
                        send("GET", "authentication/flows/Atrium%20browser/executions", smtp, 200)
                                .spliterator(),
                        false)
                .filter(found -> found.path("providerId").asText().equals("atrium-domain"))
                .findFirst()
                .orElseThrow();
        ObjectNode rules = Admin.JSON.createObjectNode().put("alias", "Rules");
        rules.putObject("config").put("atrium.login-rules", "[{\"key\":\"code.example\",\"value\":\"email-code\"}]");
        send("POST", "authentication/executions/" + step.path("id").asText() + "/config", rules, 201);
    }

    @BeforeEach
    void a_code_was_sent_just_now() {
        server.clockAhead(Duration.ZERO);
        email = "person-" + UUID.randomUUID() + "@code.example";
        ObjectNode user = Admin.JSON
                .createObjectNode()
                .put("username", email)
                .put("email", email)
                .put("emailVerified", true)
                .put("firstName", "Test")
                .put("lastName", "User")
                .put("enabled", true);
        send("POST", "users", user, 201);
        URI address = App.PLAIN.authorizationUrl("openid", Map.of());
        page = new Browser()
                .open(URI.create(address.toString()
                        .replace(
                                AtriumServer.baseUrl().toString(),
                                server.baseUrl().toString())))
                .email(email);
    }

    @AfterAll
    void gone() {
        server.close();
        mails.close();
    }

    @Test
    void a_code_is_good_for_ten_minutes() {
        String code = code(1);
        server.clockAhead(Duration.ofMinutes(10).minusSeconds(10));
        assertThat(type(page, code).callback()).containsKey("code");
    }

    @Test
    void after_that_it_is_called_expired_and_another_is_good() {
        String code = code(1);
        server.clockAhead(Duration.ofMinutes(10));
        Page expired = type(page, code);
        assertThat(expired.text()).contains("This code is no longer valid.");
        Page again = resend(expired);
        assertThat(again.text()).contains("A new code is on its way.");
        assertThat(type(again, code(2)).callback()).containsKey("code");
    }

    @Test
    void another_is_sent_after_a_minute_and_puts_the_first_out_of_use() {
        String first = code(1);
        server.clockAhead(Duration.ofSeconds(50));
        Page early = resend(page);
        assertThat(early.text()).contains("Please wait");
        server.clockAhead(Duration.ofSeconds(61));
        Page again = resend(early);
        String second = code(2);
        Page wrong = first.equals(second) ? again : type(again, first);
        assertThat(type(wrong, second).callback()).containsKey("code");
    }

    @Test
    void five_more_are_sent_and_then_none() {
        Page current = page;
        code(1);
        for (int number = 2; number <= 6; number++) {
            server.clockAhead(Duration.ofSeconds(61L * (number - 1)));
            current = resend(current);
            code(number);
        }
        server.clockAhead(Duration.ofSeconds(61 * 6));
        Page enough = resend(current);
        assertThat(enough.text()).contains("You have requested as many codes as possible.");
        assertThat(type(enough, code(6)).callback()).containsKey("code");
        assertThat(mails.mailsTo(email)).hasSize(6);
    }

    @Test
    void a_link_says_that_its_code_is_too_old() {
        code(1);
        server.clockAhead(Duration.ofMinutes(10));
        Page link = page.browser().open(URI.create(mails.mailsTo(email).get(0).link()));
        assertThat(link.title()).isEqualTo("This code is no longer valid");
    }

    private String code(int number) {
        Eventually.holds(() -> mails.mailsTo(email).size() >= number, () -> "no mail " + number);
        return CodeRealm.code(mails.mailsTo(email).get(number - 1));
    }

    private JsonNode send(String method, String path, JsonNode body, int expected) {
        HttpResponse<String> answer = server.admin("atrium", method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        return answer.body().isBlank() ? body : Admin.parse(answer.body());
    }
}
