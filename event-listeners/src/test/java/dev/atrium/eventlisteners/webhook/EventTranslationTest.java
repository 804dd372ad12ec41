package dev.atrium.eventlisteners.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.membership.ProjectReference;
import dev.atrium.core.webhook.WebhookEvent;
import dev.atrium.core.webhook.WebhookType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;

class EventTranslationTest {
    private static final ProjectReference CLINIC = new ProjectReference(new ProjectId("1"), "clinic");

    @Nested
    class Given_an_event_of_a_person {
        @ParameterizedTest
        @CsvSource({
            "REGISTER, user.created",
            "UPDATE_PROFILE, user.updated",
            "UPDATE_EMAIL, user.updated",
            "VERIFY_EMAIL, user.updated",
            "LOGIN, sign-in.succeeded",
            "LOGIN_ERROR, sign-in.refused",
            "IDENTITY_PROVIDER_LOGIN_ERROR, sign-in.refused",
            "GRANT_CONSENT, consent.granted",
            "UPDATE_CONSENT, consent.granted"
        })
        void has_its_type(EventType type, String told) {
            assertThat(translated(event(type)).map(WebhookEvent::type))
                    .contains(WebhookType.parse(told).orElseThrow());
        }

        @ParameterizedTest
        @EnumSource(
                value = EventType.class,
                names = {
                    "CLIENT_LOGIN",
                    "REFRESH_TOKEN",
                    "CODE_TO_TOKEN",
                    "LOGOUT",
                    "REGISTER_ERROR",
                    "REVOKE_GRANT_ERROR",
                    "INTROSPECT_TOKEN"
                })
        void is_not_told_where_it_is_nobody_elses_affair(EventType type) {
            assertThat(translated(event(type))).isEmpty();
        }

        @Test
        void is_a_revoked_consent_when_a_person_took_it_back() {
            Event event = event(EventType.REVOKE_GRANT, Map.of("revoked_client", "app"));
            assertThat(translated(event).orElseThrow().data()).containsEntry("clientId", "app");
        }

        @Test
        void is_no_revoked_consent_when_an_app_revoked_its_token() {
            assertThat(translated(event(EventType.REVOKE_GRANT))).isEmpty();
            assertThat(translated(
                            event(EventType.REVOKE_GRANT, Map.of("revoked_client", "app", "refresh_token_id", "1"))))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"Invalid user ann@example.org", "", "UPPER", "a b"})
        void names_no_error_that_is_not_a_code(String error) {
            Event event = event(EventType.LOGIN_ERROR);
            event.setError(error);
            assertThat(translated(event).orElseThrow().data()).containsEntry("error", "error");
        }

        @Test
        void tells_neither_names_nor_where_somebody_is() {
            Event event = event(EventType.LOGIN, Map.of("username", "ann", "project", "clinic", "membership", "m"));
            event.setIpAddress("192.0.2.1");
            WebhookEvent told = translated(event).orElseThrow();
            assertThat(told.project()).contains(CLINIC);
            assertThat(told.data()).containsOnlyKeys("userId", "clientId", "membershipId");
        }
    }

    @Nested
    class Given_an_event_of_an_administrator {
        @ParameterizedTest
        @CsvSource({
            "CREATE, USER, users/1, user.created",
            "UPDATE, USER, users/1, user.updated",
            "CREATE, REALM, users/1, user.created",
            "UPDATE, REALM, users/1, user.created",
            "ACTION, USER, users/1/consents/app, consent.revoked",
            "CREATE, ATRIUM_ACCESS_POLICY, atrium/policies/1, policy.created",
            "UPDATE, ATRIUM_ACCESS_POLICY, atrium/policies/1, policy.updated",
            "DELETE, ATRIUM_ACCESS_POLICY, atrium/policies/1, policy.deleted"
        })
        void has_its_type(OperationType operation, String resource, String path, String told) {
            assertThat(translated(operation, resource, path).map(WebhookEvent::type))
                    .contains(WebhookType.parse(told).orElseThrow());
        }

        @ParameterizedTest
        @CsvSource({
            "DELETE, USER, users/1",
            "ACTION, USER, users/1/logout",
            "ACTION, USER, users/1/reset-password",
            "CREATE, USER, users/1/federated-identity/idp",
            "CREATE, GROUP, groups/1",
            "CREATE, REALM, clients/1",
            "UPDATE, REALM, users/1/groups",
            "CREATE, ATRIUM_MEMBERSHIP, atrium/memberships/1"
        })
        void is_not_told_where_it_is_something_else_or_told_elsewhere(
                OperationType operation, String resource, String path) {
            assertThat(translated(operation, resource, path)).isEmpty();
        }

        private static Optional<WebhookEvent> translated(OperationType operation, String resource, String path) {
            AdminEvent event = new AdminEvent();
            event.setOperationType(operation);
            event.setResourceTypeAsString(resource);
            event.setResourcePath(path);
            return AdministratorEvents.translate(event);
        }
    }

    private static Optional<WebhookEvent> translated(Event event) {
        return SignInEvents.translate(
                event,
                alias -> Optional.of(CLINIC).filter(known -> known.alias().equals(alias)));
    }

    private static Event event(EventType type) {
        return event(type, Map.of());
    }

    private static Event event(EventType type, Map<String, String> details) {
        Event event = new Event();
        event.setType(type);
        event.setUserId("1");
        event.setClientId("app");
        event.setDetails(new HashMap<>(details));
        return event;
    }
}
