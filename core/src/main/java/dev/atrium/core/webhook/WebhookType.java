package dev.atrium.core.webhook;

import java.util.Optional;
import java.util.stream.Stream;

/** What a webhook can tell of. Each has a JSON schema in {@code docs/webhooks/}. */
public enum WebhookType {
    USER_CREATED("user.created"),
    USER_UPDATED("user.updated"),
    USER_DELETED("user.deleted"),
    MEMBERSHIP_CREATED("membership.created"),
    MEMBERSHIP_UPDATED("membership.updated"),
    MEMBERSHIP_ACTIVATED("membership.activated"),
    MEMBERSHIP_DEACTIVATED("membership.deactivated"),
    MEMBERSHIP_DELETED("membership.deleted"),
    INVITATION_CREATED("invitation.created"),
    INVITATION_ACCEPTED("invitation.accepted"),
    INVITATION_REVOKED("invitation.revoked"),
    INVITATION_EXPIRED("invitation.expired"),
    SIGN_IN_SUCCEEDED("sign-in.succeeded"),
    SIGN_IN_REFUSED("sign-in.refused"),
    POLICY_CREATED("policy.created"),
    POLICY_UPDATED("policy.updated"),
    POLICY_DELETED("policy.deleted"),
    CONSENT_GRANTED("consent.granted"),
    CONSENT_REVOKED("consent.revoked"),
    /** Sent when an administrator asks for it, whatever the subscription is for. */
    WEBHOOK_TEST("webhook.test");

    private final String text;

    WebhookType(String text) {
        this.text = text;
    }

    public static Optional<WebhookType> parse(String text) {
        return Stream.of(values()).filter(type -> type.text.equals(text)).findFirst();
    }

    /** Its name in messages and subscriptions. */
    public String text() {
        return text;
    }

    /** Whether one can happen in a project; a subscription for a project is told of no others. */
    public boolean happensInProjects() {
        return switch (this) {
            case USER_CREATED,
                    USER_UPDATED,
                    USER_DELETED,
                    POLICY_CREATED,
                    POLICY_UPDATED,
                    POLICY_DELETED,
                    SIGN_IN_REFUSED,
                    CONSENT_REVOKED,
                    WEBHOOK_TEST -> false;
            default -> true;
        };
    }
}
