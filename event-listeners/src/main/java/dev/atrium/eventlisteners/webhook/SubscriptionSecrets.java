package dev.atrium.eventlisteners.webhook;

import static dev.atrium.support.webhook.SubscriptionComponent.PREVIOUS_SECRET;
import static dev.atrium.support.webhook.SubscriptionComponent.PREVIOUS_UNTIL;
import static dev.atrium.support.webhook.SubscriptionComponent.SECRET;

import dev.atrium.support.webhook.SigningSecret;
import dev.atrium.support.webhook.SubscriptionComponent;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.representations.idm.ComponentRepresentation;

/** The secrets of a subscription that somebody writes or brings along. */
final class SubscriptionSecrets {
    private static final Pattern VAULT = Pattern.compile("\\$\\{vault\\.[^}]+}");

    private SubscriptionSecrets() {}

    /**
     * Refuses what is no secret. Exports that the console makes hide secrets: a subscription that comes from such a
     * one gets a new secret and stays off, until an administrator has told the receiver.
     */
    static void check(ComponentModel component) {
        if (isMissing(component.get(SECRET))) {
            component.put(SECRET, SigningSecret.generate().reveal());
            component.put(SubscriptionComponent.ACTIVE, false);
            component.put(SubscriptionComponent.SWITCHED_OFF, "It came here without its secret: rotate the secret.");
        }
        if (!isSecret(component.get(SECRET))) {
            throw new ComponentValidationException("This is not a secret of Standard Webhooks");
        }
        checkPrevious(component);
    }

    private static void checkPrevious(ComponentModel component) {
        if (isMissing(component.get(PREVIOUS_SECRET))) {
            component.getConfig().remove(PREVIOUS_SECRET);
            component.getConfig().remove(PREVIOUS_UNTIL);
        } else if (!isSecret(component.get(PREVIOUS_SECRET)) || !isInstant(component.get(PREVIOUS_UNTIL, ""))) {
            throw new ComponentValidationException("This is not an earlier secret of Standard Webhooks and its end");
        }
    }

    private static boolean isMissing(@Nullable String secret) {
        return secret == null || secret.isEmpty() || secret.equals(ComponentRepresentation.SECRET_VALUE);
    }

    private static boolean isSecret(String text) {
        return VAULT.matcher(text).matches() || SigningSecret.parse(text).isPresent();
    }

    private static boolean isInstant(String text) {
        try {
            return Instant.parse(text).isBefore(Instant.MAX);
        } catch (DateTimeParseException notAnInstant) {
            return false;
        }
    }
}
