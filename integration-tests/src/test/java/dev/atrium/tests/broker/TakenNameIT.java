package dev.atrium.tests.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody with another address is called as a provider calls the person it brings. */
@ExtendWith(AtriumServer.class)
class TakenNameIT {
    private final Hospital hospital = Hospital.documented();
    private final String email = hospital.someAddress();
    private final TestUser other = hospital.admin()
            .user("other-" + email, user -> user.put("username", email).put("emailVerified", true));

    @AfterEach
    void gone() {
        hospital.close();
    }

    @Test
    void the_person_gets_an_account_of_their_own() {
        Identity identity = Identity.verified(email).both(claims -> claims.put("preferred_username", email));

        assertThat(hospital.signsIn(identity).callback()).containsKey("code");
        assertThat(hospital.links(other)).isEmpty();
        assertThat(hospital.accounts(email).path(0).path("emailVerified").asBoolean())
                .isTrue();
    }

    @Test
    void the_account_s_own_credentials_are_asked_for_where_nobody_vouches_for_the_address() {
        Identity identity = Identity.somebody().both(claims -> claims.put("preferred_username", email));

        Page told = hospital.signsIn(identity);
        assertThat(told.title()).isEqualTo("You already have an account");
        assertThat(told.text()).contains(email).doesNotContain(other.email());
    }
}
