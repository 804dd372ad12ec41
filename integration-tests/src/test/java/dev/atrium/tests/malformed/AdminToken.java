package dev.atrium.tests.malformed;

import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** A token of the server's admin, a new one well before the old one runs out. */
final class AdminToken implements Supplier<String> {
    private static final Duration GOOD_FOR = Duration.ofSeconds(20); // Keycloak's are for a minute

    private String token = "";
    private Instant until = Instant.MIN;

    @Override
    public synchronized String get() {
        if (Instant.now().isAfter(until)) {
            token = signIn();
            until = Instant.now().plus(GOOD_FOR);
        }
        return token;
    }

    private static String signIn() {
        String form = "grant_type=password&client_id=admin-cli&username=admin&password=atrium-demo";
        return Answer.send(HttpRequest.newBuilder(
                                AtriumServer.baseUrl().resolve("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", Attempt.FORM)
                        .POST(BodyPublishers.ofString(form))
                        .build())
                .text("access_token");
    }
}
