package dev.atrium.tests.login.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A member whose organization gets a provider later is the same member when they first come by it. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class LaterProviderIT {
    private static final String DOMAIN = "later.example";

    private final String known = RuledRealm.address(DOMAIN);
    private final String unproven = RuledRealm.address(DOMAIN);
    private final Browser browser = new Browser();
    private RuledRealm realm;
    private String member;
    private String doubtful;
    private Tokens before;

    @BeforeAll
    void the_organization_had_none_and_gets_one() {
        realm = new RuledRealm();
        String organization = realm.realm().project("later");
        realm.realm().policy("reader", "user/*.rs");
        member = realm.person(known);
        doubtful = realm.person(unproven);
        realm.change(doubtful, user -> user.put("emailVerified", false));
        List.of(known, unproven).forEach(this::joins);
        before = realm.exchange(realm.signsIn(browser, known));

        assertThat(realm.admin()
                        .post("organizations/" + organization + "/identity-providers", "\"clinic\"")
                        .status())
                .isEqualTo(204);
        String path = "identity-provider/instances/clinic";
        ObjectNode provider = (ObjectNode) realm.admin().read(path);
        provider.withObject("/config").put("kc.org.domain", DOMAIN);
        assertThat(realm.admin().put(path, provider).status()).isEqualTo(204);
    }

    private void joins(String email) {
        realm.realm()
                .membership(TestRealm.membershipBody("later", email, "Practitioner/" + UUID.randomUUID(), "reader"));
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_member_with_a_proved_address {
        @Test
        void their_session_by_a_password_ends_at_the_next_refresh() {
            assertThat(realm.refresh(before).error()).isEqualTo("invalid_grant");
        }

        @Test
        void comes_by_the_provider_without_a_question_and_is_the_same() {
            realm.clinic.says(Identity.verified(known));
            Page callback = realm.asks(new Browser()).email(known);
            assertThat(realm.exchange(callback).accessClaims().path("sub").asText())
                    .isEqualTo(member);
            assertThat(realm.admin().read("atrium/memberships?user=" + member)).hasSize(1);
        }

        @Test
        void comes_by_no_password_any_more() {
            assertThat(realm.passwordGrant(known).error()).isEqualTo("invalid_grant");
        }
    }

    @Nested
    class Given_a_member_whose_address_nobody_proved {
        @Test
        void is_the_same_after_the_password_of_the_account() {
            realm.clinic.says(Identity.verified(unproven));
            Page told = realm.asks(new Browser()).email(unproven);
            assertThat(told.title()).isEqualTo("You already have an account");

            Page callback = told.submit("atrium-existing", Map.of("way", List.of("")), "x")
                    .password(Admin.PASSWORD);

            assertThat(realm.exchange(callback).accessClaims().path("sub").asText())
                    .isEqualTo(doubtful);
            assertThat(realm.admin().read("atrium/memberships?user=" + doubtful))
                    .hasSize(1);
            assertThat(realm.links(doubtful)).hasSize(1);
        }
    }
}
