package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The realm's "Revoke refresh token"; every test sets it back. */
@ExtendWith(AtriumServer.class)
class RevokedRefreshIT {
    private static final App APP = App.PORTAL;

    private final Admin admin = Admin.ofRealm();
    private Person person;

    @BeforeEach
    void revoke() {
        revoke(true);
        TestUser user = admin.user("example.org");
        user.joins("riverside", "Practitioner/careful", "clinician");
        person = Person.of(user);
    }

    @AfterEach
    void restore() {
        revoke(false);
    }

    @Nested
    class Given_a_realm_where_a_refresh_token_is_good_for_once {
        @ParameterizedTest
        @ValueSource(strings = {"", " offline_access"})
        void refreshes_with_each_new_token(String kind) {
            Tokens first = person.tokens(APP, "openid user/*.rs" + kind);
            Tokens second = APP.refresh(first.refreshToken(), "openid user/*.r");

            Tokens third = APP.refresh(second.refreshToken());

            assertThat(second.scopes()).isEqualTo(Set.of("openid", "user/*.r"));
            assertThat(third.scopes()).isEqualTo(first.scopes());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " offline_access"})
        void R_12_refuses_a_token_that_was_used(String kind) {
            Tokens first = person.tokens(APP, "openid user/*.rs" + kind);
            Tokens second = APP.refresh(first.refreshToken(), "openid user/*.r");
            assertThat(second.hasRefreshToken()).isTrue();

            assertThat(APP.refresh(first.refreshToken()).error()).isEqualTo("invalid_grant");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " offline_access"})
        void R_12_takes_it_once_more_where_the_realm_lets_an_app_try_again(String kind) {
            admin.update(
                    "",
                    Admin.JSON
                            .createObjectNode()
                            .put("revokeRefreshToken", true)
                            .put("refreshTokenMaxReuse", 1));
            Tokens first = person.tokens(APP, "openid user/*.rs" + kind);

            assertThat(APP.refresh(first.refreshToken()).scopes()).isEqualTo(first.scopes());
            assertThat(APP.refresh(first.refreshToken()).scopes()).isEqualTo(first.scopes());
            assertThat(APP.refresh(first.refreshToken()).error()).isEqualTo("invalid_grant");
        }

        @Test
        void keeps_the_token_when_a_refresh_is_refused() {
            Tokens first = person.tokens(APP, "openid user/*.rs");
            assertThat(APP.refresh(first.refreshToken(), "openid user/*.c").error())
                    .isEqualTo("invalid_scope");

            assertThat(APP.refresh(first.refreshToken()).scopes()).isEqualTo(first.scopes());
        }
    }

    private void revoke(boolean on) {
        ObjectNode realm =
                Admin.JSON.createObjectNode().put("revokeRefreshToken", on).put("refreshTokenMaxReuse", 0);
        admin.update("", realm);
    }
}
