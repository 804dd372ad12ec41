package dev.atrium.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app that names an identity provider, {@code kc_idp_hint}, sends nobody to one at which they may not sign in. */
@ExtendWith(AtriumServer.class)
class ProviderHintIT {
    private static final String LAKESIDE = "/realms/lakeside-idp/";

    private final Admin admin = Admin.ofRealm();
    private final String other = "other-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void another_provider() {
        var provider = Admin.JSON
                .createObjectNode()
                .put("alias", other)
                .put("providerId", "oidc")
                .put("enabled", true)
                .put("hideOnLogin", true);
        provider.putObject("config")
                .put(
                        "authorizationUrl",
                        AtriumServer.baseUrl().resolve("/realms/master/").toString())
                .put("tokenUrl", "http://localhost:1/token")
                .put("clientId", "atrium")
                .put("clientSecret", "secret")
                .put("clientAuthMethod", "client_secret_post");
        admin.created("identity-provider/instances", provider);
    }

    @AfterEach
    void gone() {
        admin.delete("identity-provider/instances/" + other);
    }

    @Test
    void is_followed_where_nothing_says_who_comes() {
        assertThat(authorize(Map.of("kc_idp_hint", other)).address().getPath()).startsWith("/realms/master/");
        assertThat(authorize(Map.of("kc_idp_hint", "lakeside-sso")).address().getPath())
                .startsWith(LAKESIDE);
    }

    @Test
    void is_followed_for_somebody_of_whom_nothing_is_said() {
        Page there = authorize(Map.of("kc_idp_hint", other, "login_hint", "somebody@example.org"));

        assertThat(there.address().getPath()).startsWith("/realms/master/");
    }

    @Test
    void is_not_followed_for_an_address_whose_domain_signs_in_elsewhere() {
        Page there = authorize(Map.of("kc_idp_hint", other, "login_hint", "somebody@lakeside.example"));

        assertThat(there.address().getPath()).startsWith(LAKESIDE);
    }

    @Test
    void is_not_followed_for_a_domain_that_signs_in_elsewhere() {
        Page there = authorize(Map.of("kc_idp_hint", other, "domain_hint", "lakeside.example"));

        assertThat(there.address().getPath()).startsWith(LAKESIDE);
    }

    private static Page authorize(Map<String, String> hints) {
        return App.PLAIN.authorize(new Browser(), "openid", hints);
    }
}
