package dev.atrium.tests.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.mail.MailServer;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A mail of somebody else's words and HTML, opened in a browser. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class MailInBrowserIT {
    private static final String ODD = """
            <!--!><p title="-->${words}">Hello</p><!-- --!><b title="<!--${words}">a</b>
            <p title=${words} lang='${words}'>b<a href=${link}>Open</a><table><p>${words}<tr><td>c
            <!--[if mso]>${words}<![endif]-->
            """;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Chromium chromium;
    private HttpServer web;
    private MailServer mails;
    private TestRealm realm;
    private volatile String html = "";

    @BeforeEach
    void start() throws IOException {
        chromium = Chromium.start();
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            byte[] page = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        web.start();
        mails = MailServer.start();
        realm = TestRealm.create().mailsTo(mails);
        realm.project("riverside");
        realm.policy("reader", "user/*.rs");
    }

    @AfterEach
    void stop() {
        if (realm != null) {
            realm.close();
            mails.close();
            web.stop(0);
            chromium.close();
        }
    }

    @Test
    void runs_nothing_and_asks_nobody() {
        ObjectNode template = Admin.JSON.createObjectNode().put("subject", "s").put("text", "t");
        assertThat(realm.admin()
                        .put("atrium/projects/riverside/mail-templates/invitation/en", template.put("html", ODD))
                        .status())
                .isEqualTo(200);
        String address = "http://127.0.0.1:" + web.getAddress().getPort() + "/";
        String words = "\"'> x onmouseover=document.title='script' --><script>document.title='script'</script>"
                + "<img src=" + address + "picture onerror=document.title='script'>";
        ObjectNode invitation = TestRealm.membershipBody("riverside", "", "Practitioner/x", "reader");
        invitation.remove("user");
        invitation.put("email", "ann@example.org").put("words", words).put("language", "en");
        assertThat(realm.admin().post("atrium/invitations", invitation).status())
                .isEqualTo(201);
        html = "<!DOCTYPE html><title>mail</title>"
                + mails.await("ann@example.org").html() + "<i id=end></i>";

        chromium.open(address + "mail");
        chromium.await("#end");

        assertThat(chromium.page().html().title()).isEqualTo("mail");
        assertThat(chromium.text()).contains("<script>document.title='script'</script>");
        assertThat(asked).containsOnly("/mail", "/favicon.ico");
    }
}
