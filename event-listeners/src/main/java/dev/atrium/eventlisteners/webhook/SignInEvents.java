package dev.atrium.eventlisteners.webhook;

import dev.atrium.core.membership.ProjectReference;
import dev.atrium.core.webhook.WebhookEvent;
import dev.atrium.core.webhook.WebhookType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;

/** What Keycloak's events of people mean for others. */
final class SignInEvents {
    /** The codes that Keycloak and Atrium use; anything else may hold what somebody typed. */
    private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,60}");

    private SignInEvents() {}

    /**
     * What others are told of this event.
     *
     * @param projects finds a project by its alias
     */
    static Optional<WebhookEvent> translate(Event event, Function<String, Optional<ProjectReference>> projects) {
        return type(event).map(type -> switch (type) {
            case SIGN_IN_SUCCEEDED ->
                ofClient(event, type)
                        .in(detail(event, "project").flatMap(projects))
                        .with("membershipId", detail(event, "membership"));
            case SIGN_IN_REFUSED -> ofClient(event, type).with("error", code(event));
            case CONSENT_GRANTED -> consent(event, type, Details.GRANTED_CLIENT);
            case CONSENT_REVOKED -> consent(event, type, Details.REVOKED_CLIENT);
            default -> ofUser(event, type);
        });
    }

    /** Empty for an event that is nobody else's affair. */
    static Optional<WebhookType> type(Event event) {
        EventType type = event.getType();
        if (type == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (type) {
                    case REGISTER -> WebhookType.USER_CREATED;
                    case UPDATE_PROFILE, UPDATE_EMAIL, VERIFY_EMAIL -> WebhookType.USER_UPDATED;
                    case LOGIN -> WebhookType.SIGN_IN_SUCCEEDED;
                    case LOGIN_ERROR, IDENTITY_PROVIDER_LOGIN_ERROR -> WebhookType.SIGN_IN_REFUSED;
                    case GRANT_CONSENT, UPDATE_CONSENT -> WebhookType.CONSENT_GRANTED;
                    case REVOKE_GRANT -> isOfConsent(event) ? WebhookType.CONSENT_REVOKED : null;
                    default -> null;
                });
    }

    /** Apps revoke single tokens with an event of the same type. */
    private static boolean isOfConsent(Event event) {
        return details(event).containsKey(Details.REVOKED_CLIENT)
                && !details(event).containsKey(Details.REFRESH_TOKEN_ID);
    }

    private static WebhookEvent consent(Event event, WebhookType type, String clientDetail) {
        return ofUser(event, type).with("clientId", detail(event, clientDetail));
    }

    private static WebhookEvent ofClient(Event event, WebhookType type) {
        return ofUser(event, type).with("clientId", Optional.ofNullable(event.getClientId()));
    }

    private static WebhookEvent ofUser(Event event, WebhookType type) {
        return WebhookEvent.of(type, Instant.ofEpochMilli(event.getTime()))
                .with("userId", Optional.ofNullable(event.getUserId()));
    }

    private static String code(Event event) {
        return Optional.ofNullable(event.getError())
                .filter(error -> CODE.matcher(error).matches())
                .orElse("error");
    }

    private static Optional<String> detail(Event event, String name) {
        return Optional.ofNullable(details(event).get(name));
    }

    private static Map<String, String> details(Event event) {
        return event.getDetails() == null ? Map.of() : event.getDetails();
    }
}
