package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form that cannot be decoded is a mistake of whoever sent it, never one of the server. */
@ExtendWith(AtriumServer.class)
class UnreadableFormIT {
    @ParameterizedTest
    @CsvSource({
        "/login-actions/authenticate, a=%",
        "/login-actions/required-action, %zz=1",
        "/atrium/links/incomplete, a=b%2",
        "/atrium/links/incomplete, %=1"
    })
    void is_answered_with_400(String path, String form) {
        HttpRequest request = HttpRequest.newBuilder(App.realm(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();

        assertThat(new Browser().send(request).status()).isEqualTo(400);
    }
}
