package dev.atrium.tests.login.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Entra ID, by its ready entry: an issuer for each tenant, claims of its own, and no word of whether an address is verified. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class EntraLikeProviderIT {
    private HospitalRealm tenant;
    private AtriumRealm atrium;

    @BeforeAll
    void a_tenant_and_a_realm_with_the_entry() {
        tenant = HospitalRealm.create();
        atrium = AtriumRealm.create();
        tenant.saysNothingOfVerifiedAddresses();
        tenant.oidcClient(
                atrium.redirectUri("entra"),
                Map.of(
                        "tid", "11111111-2222-3333-4444-555555555555",
                        "oid", "66666666-7777-8888-9999-000000000000",
                        "ver", "2.0"));
        atrium.usesAtHospital(tenant.tenantOf(ReadyEntry.of("entra")));
    }

    @AfterAll
    void gone() {
        atrium.close();
        tenant.close();
    }

    @Nested
    class Given_somebody_of_the_organization_s_domain {
        private final String email = "maria-" + UUID.randomUUID() + "@" + AtriumRealm.DOMAIN;

        @Test
        void gets_an_account_with_the_name_and_the_address_verified() {
            tenant.person(email);

            assertThat(atrium.signsIn(email, "openid").callback()).containsKey("code");
            assertThat(atrium.account(email).path("emailVerified").asBoolean()).isTrue();
            assertThat(atrium.account(email).path("lastName").asText()).isEqualTo("Meier");
        }

        @Test
        void keeps_the_account_that_was_there_before_the_entry() {
            String account = member(email);
            tenant.person(email);

            assertThat(atrium.signsIn(email, "openid").callback()).containsKey("code");
            assertThat(atrium.account(email).path("id").asText()).isEqualTo(account);
            assertThat(atrium.realm().admin().list("users/" + account + "/federated-identity", "identityProvider"))
                    .containsExactly("entra");
            assertThat(atrium.realm().admin().read("atrium/memberships?user=" + account))
                    .hasSize(1);
        }
    }

    @Nested
    class Given_a_guest_of_the_tenant_with_another_hospital_s_address {
        @Test
        void gets_no_account() {
            String member = "host-" + UUID.randomUUID() + "@" + AtriumRealm.DOMAIN;
            String guest = "guest-" + UUID.randomUUID() + "@riverside.example";
            tenant.person(member);
            tenant.person(guest);

            Page refused = atrium.signsIn(member, guest, "openid");

            assertThat(refused.isCallback()).isFalse();
            assertThat(atrium.account(guest).isMissingNode()).isTrue();
        }
    }

    @Nested
    class Given_a_token_of_another_tenant {
        @Test
        void signs_nobody_in() {
            String email = "other-" + UUID.randomUUID() + "@" + AtriumRealm.DOMAIN;
            tenant.person(email);
            issuer("https://login.microsoftonline.com/99999999-2222-3333-4444-555555555555/v2.0");

            Page refused = atrium.signsIn(email, "openid");

            issuer(tenant.issuer());
            assertThat(refused.isCallback()).isFalse();
            assertThat(atrium.account(email).isMissingNode()).isTrue();
        }

        private void issuer(String issuer) {
            atrium.changes("entra", provider -> ((ObjectNode) provider.path("config")).put("issuer", issuer));
        }
    }

    /** Somebody with a password and a membership, from before the hospital had a provider here. */
    private String member(String email) {
        TestRealm realm = atrium.realm();
        ObjectNode user = Admin.JSON
                .createObjectNode()
                .put("username", email)
                .put("email", email)
                .put("emailVerified", true)
                .put("enabled", true);
        user.putArray("credentials").addObject().put("type", "password").put("value", Admin.PASSWORD);
        String id = realm.admin().create("users", user);
        realm.policy("clinician", "user/*.rs");
        realm.membership(TestRealm.membershipBody("hospital", email, "Practitioner/maria", "clinician"));
        return id;
    }
}
