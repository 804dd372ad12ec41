package dev.atrium.overrides.clientpolicy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.representations.idm.ClientPolicyConditionConfigurationRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;

/** Which of the clients with SMART scopes the condition is about. */
final class SmartAppConditionConfiguration extends ClientPolicyConditionConfigurationRepresentation {
    static final String ATTRIBUTE = "attribute";

    @JsonProperty(ATTRIBUTE)
    private @Nullable String attribute;

    /**
     * Whether the client bears the mark, if one is asked for.
     *
     * @param made the client as it is
     * @param proposed the client as somebody wants it to be, which says nothing of attributes that it leaves out
     */
    boolean includes(@Nullable ClientModel made, @Nullable ClientRepresentation proposed) {
        if (attribute == null || attribute.isBlank()) {
            return true;
        }
        Map<String, String> wanted = proposed == null ? null : proposed.getAttributes();
        String value = wanted != null && wanted.containsKey(attribute)
                ? wanted.get(attribute)
                : made == null ? null : made.getAttribute(attribute);
        return Boolean.parseBoolean(value);
    }
}
