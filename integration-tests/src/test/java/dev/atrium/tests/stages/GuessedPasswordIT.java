package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Strangers guess the password of somebody who signs in with an identity provider. */
@ExtendWith(AtriumServer.class)
class GuessedPasswordIT {
    private final App cli = new App("admin-cli", Optional.empty());
    private final TestUser person = Lakeside.of(Admin.ofRealm()).practitioner();

    @BeforeEach
    void signsInAtHome() {
        Visitor.of(person).signsInAtHome(App.PLAIN, "openid");
    }

    @Test
    void nobody_is_kept_from_their_provider_by_it() {
        for (int guess = 0; guess < 3; guess++) {
            cli.token(Map.of("grant_type", "password", "username", person.email(), "password", "guess-" + guess));
        }

        assertThat(Visitor.of(person).signsInAtHome(App.PLAIN, "openid").callback())
                .containsKey("code");
    }
}
