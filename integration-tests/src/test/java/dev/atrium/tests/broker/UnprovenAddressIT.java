package dev.atrium.tests.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.server.AtriumServer;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account that was linked before anybody proved its address is its owner's alone once the provider vouches for it. */
@ExtendWith(AtriumServer.class)
class UnprovenAddressIT {
    private final Hospital hospital = Hospital.unlinked(settings -> {});
    private final TestUser person = hospital.admin()
            .user("unproven-" + UUID.randomUUID() + "@example.org", user -> user.put("emailVerified", false));
    private final Identity identity = Identity.verified(person.email());

    @AfterEach
    void gone() {
        hospital.close();
    }

    @Nested
    class Given_an_account_that_somebody_else_is_in {
        private final Tokens before = signsInByPassword();

        @ParameterizedTest
        @ValueSource(strings = {"IMPORT", "FORCE"})
        void nobody_else_is_in_it_after_its_owner_came_by_the_link(String syncMode) {
            hospital.set(settings -> ((ObjectNode) settings.path("config")).put("syncMode", syncMode));
            hospital.links(person, identity);

            assertThat(hospital.signsIn(identity).callback()).containsKey("code");

            assertThat(App.PLAIN.refresh(before.refreshToken()).error()).isEqualTo("invalid_grant");
            assertThat(hospital.credentials(person)).isEmpty();
        }

        @Test
        void its_owner_comes_by_the_link_again() {
            hospital.links(person, identity);
            hospital.signsIn(identity);

            assertThat(hospital.signsIn(identity).callback()).containsKey("code");
            assertThat(hospital.links(person)).hasSize(1);
            assertThat(hospital.account(person).path("emailVerified").asBoolean())
                    .isTrue();
        }

        @Test
        void a_member_keeps_what_an_admin_gave_them() {
            person.joins("riverside", "Practitioner/" + UUID.randomUUID(), "clinician");
            hospital.links(person, identity);

            assertThat(hospital.signsIn(identity).callback()).containsKey("code");

            assertThat(App.PLAIN.refresh(before.refreshToken()).error()).isEqualTo("invalid_grant");
            assertThat(hospital.credentials(person)).isEmpty();
            assertThat(hospital.admin().read("atrium/memberships?user=" + person.id()))
                    .hasSize(1);
        }
    }

    @Nested
    class Given_a_link_of_which_the_provider_does_not_vouch_for_the_address {
        @Test
        void leaves_the_account_as_it_is() {
            Tokens before = signsInByPassword();
            Identity silent = Identity.with(person.email());
            hospital.links(person, silent);

            assertThat(hospital.signsIn(silent).callback()).containsKey("code");

            assertThat(App.PLAIN.refresh(before.refreshToken()).answer().status())
                    .isEqualTo(200);
            assertThat(hospital.credentials(person)).hasSize(1);
            assertThat(hospital.account(person).path("emailVerified").asBoolean())
                    .isFalse();
        }

        @Test
        void leaves_it_as_it_is_when_it_vouches_for_another() {
            Identity elsewhere = Identity.verified("other-" + UUID.randomUUID() + "@example.org");
            hospital.links(person, elsewhere);

            assertThat(hospital.signsIn(elsewhere).callback()).containsKey("code");

            assertThat(hospital.credentials(person)).hasSize(1);
            assertThat(hospital.account(person).path("emailVerified").asBoolean())
                    .isFalse();
        }
    }

    @Nested
    class Given_a_proven_account {
        @Test
        void keeps_its_password_whoever_comes_by_the_link() {
            TestUser proven = hospital.admin()
                    .user("p-" + UUID.randomUUID() + "@example.org", user -> user.put("emailVerified", true));
            Identity theirs = Identity.verified(proven.email());
            hospital.links(proven, theirs);

            assertThat(hospital.signsIn(theirs).callback()).containsKey("code");
            assertThat(hospital.credentials(proven)).hasSize(1);
        }
    }

    private Tokens signsInByPassword() {
        return App.PLAIN.exchange(App.PLAIN
                .authorize(new Browser(), "openid")
                .email(person.email())
                .password(Admin.PASSWORD));
    }
}
