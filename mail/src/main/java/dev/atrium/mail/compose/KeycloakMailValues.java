package dev.atrium.mail.compose;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.mail.language.MailMessages;
import dev.atrium.mail.language.MailTimes;
import dev.atrium.support.time.KeycloakClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.freemarker.beans.EventBean;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** What own templates may name in the mails of Keycloak's own occasions. */
public final class KeycloakMailValues {
    private final Map<String, Object> attributes;
    private final Map<String, String> values = new HashMap<>();

    private KeycloakMailValues(Map<String, Object> attributes) {
        this.attributes = attributes;
    }

    public static Map<String, String> of(
            Map<String, Object> attributes, UserModel user, MailMessages messages, MailTimes times) {
        KeycloakMailValues made = new KeycloakMailValues(attributes);
        made.put(MailVariables.RECIPIENT_NAME, Recipient.nameOf(user).orElse(null));
        made.put(MailVariables.RECIPIENT_EMAIL, user.getEmail());
        made.put(MailVariables.LINK, attributes.get("link"));
        made.put(
                MailVariables.LINK_EXPIRATION,
                until(attributes).map(times::written).orElse(null));
        made.put(MailVariables.CODE, attributes.get("code"));
        made.put(MailVariables.IDENTITY_PROVIDER, attributes.get("identityProviderDisplayName"));
        made.put(MailVariables.NEW_EMAIL, attributes.get("newEmail"));
        made.actions(messages);
        made.event(times);
        return made.values;
    }

    /** The project that invites. */
    public static Optional<ProjectId> project(Map<String, Object> attributes) {
        return attributes.get("organization") instanceof OrganizationModel organization
                ? Optional.of(new ProjectId(organization.getId()))
                : Optional.empty();
    }

    /** Until when the link works, if there is one; Keycloak says how many minutes that is from now. */
    public static Optional<Instant> until(Map<String, Object> attributes) {
        return attributes.get("linkExpiration") instanceof Long minutes
                ? Optional.of(KeycloakClock.INSTANCE.instant().plus(Duration.ofMinutes(minutes)))
                : Optional.empty();
    }

    private void actions(MailMessages messages) {
        if (attributes.get("requiredActions") instanceof Collection<?> actions) {
            put(
                    MailVariables.ACTIONS,
                    actions.stream()
                            .map(action -> messages.message("requiredAction." + action))
                            .collect(Collectors.joining(", ")));
        }
    }

    @SuppressWarnings("JavaUtilDate") // Keycloak's own
    private void event(MailTimes times) {
        if (attributes.get("event") instanceof EventBean event) {
            put(MailVariables.OCCASION, event.getDetail("credential_type"));
            put(
                    MailVariables.WHEN,
                    times.written(Instant.ofEpochMilli(event.getDate().getTime())));
            put(MailVariables.IP_ADDRESS, event.getIpAddress());
        }
    }

    private void put(MailVariables variable, @Nullable Object value) {
        if (value != null) {
            values.put(variable.written(), value.toString());
        }
    }
}
