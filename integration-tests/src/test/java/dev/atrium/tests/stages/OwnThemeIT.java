package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.Kcadm;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.docs.Example;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A theme made as {@code docs/themes.md} says, in Keycloak's folder of themes. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class OwnThemeIT {
    private static final String COLORS = "resources/css/colors.css";
    private static final String MESSAGES = "messages/messages_en.properties";

    private final String name = "hospital-" + UUID.randomUUID();
    private final Path theme = Kcadm.tool().resolve("../../themes/" + name).normalize();

    @BeforeEach
    void a_theme() throws IOException {
        assertThat(Example.beginning("themes.md", "themes/hospital/login/"))
                .contains("theme.properties", MESSAGES, COLORS.substring(COLORS.indexOf('/') + 1));
        write("theme.properties", Example.of("themes.md", "properties"));
        write(MESSAGES, "atrium.email.next=Your address at the hospital.\n");
        write(COLORS, ":root { --mine: 1 }");
    }

    @AfterEach
    void gone() throws IOException {
        try (Stream<Path> files = Files.walk(theme)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Nested
    class Given_a_sign_in_with_it {
        private Page page;

        @BeforeEach
        void opened() {
            App app = new TestClients(Admin.ofRealm())
                    .like(
                            App.SMART_APP,
                            client -> client.withObject("/attributes").put("login_theme", name));
            page = app.authorize(new Browser(), "openid", Map.of("ui_locales", "en"));
        }

        @Test
        void its_files_take_the_place_of_those_of_atrium() {
            List<String> stylesheets =
                    page.html().select("link[rel=stylesheet]").eachAttr("abs:href");
            String colors = stylesheets.stream()
                    .filter(address -> address.endsWith("/css/colors.css"))
                    .findFirst()
                    .orElseThrow();

            assertThat(page.text()).contains("Your address at the hospital.");
            assertThat(Http.send(HttpRequest.newBuilder(URI.create(colors)).build())
                            .body())
                    .contains("--mine: 1");
        }

        @Test
        void all_others_stay() {
            assertThat(page.text()).contains("E-mail address");
            assertThat(page.html().select("link[rel=stylesheet]").eachAttr("abs:href"))
                    .anyMatch(address -> address.endsWith("/css/atrium.css"));
        }
    }

    private void write(String file, String content) throws IOException {
        Path at = theme.resolve("login").resolve(file);
        Files.createDirectories(at.getParent());
        Files.writeString(at, content);
    }
}
