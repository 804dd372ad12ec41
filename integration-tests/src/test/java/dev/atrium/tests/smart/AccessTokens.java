package dev.atrium.tests.smart;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.Map;

/** Tokens of another realm, which mean nothing in this one. */
final class AccessTokens {
    private AccessTokens() {}

    /** An access token of the realm {@code master}. */
    static String ofMaster() {
        return ofMaster("access_token");
    }

    /** A refresh token of the realm {@code master}, for a public client that every realm has. */
    static String refreshOfMaster() {
        return ofMaster("refresh_token");
    }

    private static String ofMaster(String member) {
        URI token = AtriumServer.baseUrl().resolve("/realms/master/protocol/openid-connect/token");
        Map<String, String> signIn = Map.of(
                "grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", Admin.PASSWORD);
        return Answer.post(token, App.query(signIn)).text(member);
    }
}
