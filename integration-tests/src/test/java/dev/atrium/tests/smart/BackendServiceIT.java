package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Backend services (SMART App Launch 2.2.0, "Backend services"), and Inferno's tests of them. */
@ExtendWith(AtriumServer.class)
class BackendServiceIT {
    private static final String SCOPE = "system/Patient.rs";

    private final Admin admin = Admin.ofRealm();

    static Stream<SigningKey> keys() {
        return Stream.of(SigningKey.rs384(), SigningKey.es384());
    }

    @Nested
    class Given_a_service_with_a_key {
        private final KeyClient service = KeyClient.inline(admin, SigningKey.es384(), "system/*.rs", "offline_access");

        @Test
        void B_02_is_granted_the_part_that_it_asks_for() {
            String scope = "system/Patient.r system/Observation.rs?category=laboratory";

            assertThat(service.token(scope).scopes()).isEqualTo(Set.of(scope.split(" ")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"system/Patient.c", "system/*.cruds", "system/Patient.rs system/Foo.rs", "nonsense"})
        void B_02_and_B_07_is_refused_what_it_may_not_request(String scope) {
            Tokens refused = service.token(scope);

            assertThat(refused.answer().status()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("invalid_scope");
            assertThat(refused.errorDescription()).isNotEmpty();
        }

        @Test
        void B_04_gets_a_token_of_five_minutes() {
            assertThat(service.token(SCOPE).answer().json().path("expires_in").asInt())
                    .isBetween(1, 300);
        }

        @Test
        void B_05_gets_no_refresh_token() {
            assertThat(service.token(SCOPE).hasRefreshToken()).isFalse();
            assertThat(service.token(SCOPE + " offline_access").hasRefreshToken())
                    .isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"refresh_token", "authorization_code", "nonsense", ""})
        void B_06_is_told_what_is_wrong_with_another_grant(String grant) {
            Answer answer = service.post("/token", Map.of("grant_type", grant, "scope", SCOPE));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("error"))
                    .isIn("unsupported_grant_type", "invalid_request", "unauthorized_client", "invalid_grant");
            assertThat(answer.text("error_description")).isNotEmpty();
            assertThat(answer.json().has("access_token")).isFalse();
        }

        @Test
        void B_06_is_told_so_in_one_word_where_the_grant_type_is_missing() {
            assertThat(service.post("/token", Map.of("scope", SCOPE)).text("error"))
                    .isEqualTo("invalid_request");
            assertThat(service.post("/token", Map.of("grant_type", "nonsense")).text("error"))
                    .isEqualTo("unsupported_grant_type");
        }
    }

    @Nested
    class Given_a_service_with_an_access_policy {
        private final AdminRest policies = AdminRest.of("atrium");
        private final String policy = "service-" + UUID.randomUUID();
        private final String policyPath = "atrium/policies/"
                + policies.create(
                        "atrium/policies", TestRealm.policyBody(policy, "system/Patient.rs", "system/Observation.r"));
        private final KeyClient service = KeyClient.inline(admin, SigningKey.es384(), "system/*.cruds");

        @BeforeEach
        void limited() {
            service.client().with("atrium.access-policy", policy);
        }

        @AfterEach
        void gone() {
            policies.delete(policyPath);
        }

        @Test
        void B_02_is_granted_what_the_policy_allows_of_it() {
            assertThat(service.token("system/Patient.cruds system/Observation.rs")
                            .scopes())
                    .containsExactlyInAnyOrder("system/Patient.rs", "system/Observation.r");
        }

        @Test
        void B_02_is_refused_if_the_policy_allows_none_of_it() {
            Tokens refused = service.token("system/Condition.rs");

            assertThat(refused.error()).isEqualTo("invalid_scope");
            assertThat(refused.errorDescription())
                    .isEqualTo("The access policy of this client allows none of these scopes");
        }

        @Test
        void B_02_is_refused_every_scope_by_a_policy_that_is_not_there() {
            service.client().with("atrium.access-policy", "no such policy");

            assertThat(service.token(SCOPE).error()).isEqualTo("invalid_scope");
        }

        @Test
        void B_02_is_refused_a_scope_that_it_gets_by_default_and_the_policy_does_not_allow() {
            TestClient other = TestClient.service(admin).withDefault("system/Condition.rs");
            other.with("atrium.access-policy", policy);
            KeyClient byDefault = new KeyClient(other, service.key())
                    .withKeySet(SigningKey.set(service.key().jwk()));

            Tokens refused = byDefault.token("openid");

            assertThat(refused.error()).isEqualTo("invalid_scope");
            assertThat(refused.errorDescription())
                    .isEqualTo("The access policy of this client does not allow the scope 'system/Condition.rs'");
        }
    }

    @Nested
    class Given_a_service_that_is_assigned_scopes_of_people {
        @ParameterizedTest
        @ValueSource(strings = {"patient/Patient.rs", "user/Patient.rs", "launch/patient", "fhirUser"})
        void B_08_is_refused_them(String scope) {
            KeyClient service = KeyClient.inline(
                    admin,
                    SigningKey.es384(),
                    "system/*.rs",
                    "patient/*.rs",
                    "user/*.rs",
                    "launch/patient",
                    "fhirUser");

            Tokens refused = service.token(SCOPE + " " + scope);

            assertThat(refused.answer().status()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("invalid_scope");
            assertThat(refused.errorDescription()).contains(scope);
        }
    }

    @Nested
    class Given_a_client_for_single_patients {
        @Test
        void B_09_is_no_service() {
            KeyClient app = KeyClient.app(admin, SigningKey.es384(), "patient/*.rs", "system/*.rs");

            Tokens refused = app.token(SCOPE);

            assertThat(refused.answer().status()).isIn(400, 401);
            assertThat(refused.error()).isEqualTo("unauthorized_client");
        }
    }

    @Nested
    class Given_Inferno {
        @ParameterizedTest
        @MethodSource("dev.atrium.tests.smart.BackendServiceIT#keys")
        void B_06_smart_backend_services_invalid_grant_type(SigningKey key) {
            Answer answer = inferno(key).post("/token", Map.of("grant_type", "not_a_grant_type", "scope", SCOPE));

            assertThat(answer.status()).isEqualTo(400);
        }

        @ParameterizedTest
        @MethodSource("dev.atrium.tests.smart.BackendServiceIT#keys")
        void K_10_smart_backend_services_invalid_client_assertion(SigningKey key) {
            Answer answer = Answer.post(
                    App.endpoint("/token"),
                    App.query(Map.of(
                            "grant_type",
                            "client_credentials",
                            "scope",
                            SCOPE,
                            "client_assertion_type",
                            "not_an_assertion_type",
                            "client_assertion",
                            inferno(key).assertion())));

            assertThat(answer.status()).isIn(400, 401);
            assertThat(answer.text("error")).isEqualTo("invalid_client");
        }

        @ParameterizedTest
        @MethodSource("dev.atrium.tests.smart.BackendServiceIT#keys")
        void K_10_smart_backend_services_invalid_jwt(SigningKey key) {
            KeyClient client = inferno(key);
            String assertion = client.assertion();
            String bad = assertion.substring(0, assertion.lastIndexOf('.') + 1) + "AAAA";

            Tokens refused = client.token(SCOPE, bad);

            assertThat(refused.answer().status()).isIn(400, 401);
            assertThat(refused.error()).isEqualTo("invalid_client");
        }

        @ParameterizedTest
        @MethodSource("dev.atrium.tests.smart.BackendServiceIT#keys")
        void B_01_smart_backend_services_auth_request_success(SigningKey key) {
            assertThat(inferno(key).token(SCOPE).answer().status()).isIn(200, 201);
        }

        @ParameterizedTest
        @MethodSource("dev.atrium.tests.smart.BackendServiceIT#keys")
        void B_03_smart_backend_services_auth_response_body(SigningKey key) {
            Tokens tokens = inferno(key).token(SCOPE);

            assertThat(tokens.accessToken()).isNotEmpty();
            assertThat(tokens.answer().text("token_type")).isEqualToIgnoringCase("bearer");
            assertThat(tokens.answer().json().path("expires_in").isNumber()).isTrue();
            assertThat(tokens.answer().text("scope")).isEqualTo(SCOPE);
        }

        private KeyClient inferno(SigningKey key) {
            return KeyClient.inline(admin, key, "system/*.rs");
        }
    }
}
