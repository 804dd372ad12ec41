package dev.atrium.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** The access token of an admin, fetched anew before it runs out. */
public final class AccessToken {
    /** An admin's token lives for a minute. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final String realm;
    private final String username;
    private final String password;
    private String token = "";
    private Instant fetched = Instant.EPOCH;

    private AccessToken(String realm, String username, String password) {
        this.realm = realm;
        this.username = username;
        this.password = password;
    }

    /** Of somebody who signs in to this realm as {@code kcadm.sh} does. */
    public static AccessToken ofAdmin(String realm, String username, String password) {
        return new AccessToken(realm, username, password);
    }

    public synchronized String get() {
        if (fetched.plus(FRESH).isBefore(Instant.now())) {
            token = signIn();
            fetched = Instant.now();
        }
        return token;
    }

    private String signIn() {
        URI endpoint = AtriumServer.baseUrl().resolve("/realms/" + realm + "/protocol/openid-connect/token");
        String form = "grant_type=password&client_id=admin-cli&username=" + encode(username) + "&password="
                + encode(password);
        Answer answer = Answer.send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        assertThat(answer.status())
                .as("%s signs in: %s", username, answer.body())
                .isEqualTo(200);
        return answer.text("access_token");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
