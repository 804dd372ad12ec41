package dev.atrium.overrides.scope;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.DynamicClientRegisterContext;
import org.keycloak.services.clientpolicy.context.DynamicClientUpdateContext;

/**
 * Atrium's own attributes of a client, such as the access policy of a service, which are an administrator's to set: a client that
 * registers itself (RFC 7591, 7592) leaves them as they are.
 */
final class OwnClientAttributes {
    private static final String PREFIX = "atrium.";

    private OwnClientAttributes() {}

    static void check(ClientPolicyContext request) throws ClientPolicyException {
        Optional<String> changed = Optional.empty();
        if (request instanceof DynamicClientRegisterContext made) {
            changed = changed(made.getProposedClientRepresentation(), null);
        } else if (request instanceof DynamicClientUpdateContext update) {
            changed = changed(update.getProposedClientRepresentation(), update.getTargetClient());
        }
        if (changed.isPresent()) {
            String fault = "Only an administrator sets the attribute " + changed.get() + " of a client";
            throw new ClientPolicyException(fault, fault); // the client is told the first alone
        }
    }

    private static Optional<String> changed(ClientRepresentation proposed, @Nullable ClientModel client) {
        Map<String, String> attributes = proposed.getAttributes();
        return attributes == null
                ? Optional.empty()
                : attributes.keySet().stream()
                        .filter(name -> name.startsWith(PREFIX))
                        .filter(name -> !Objects.equals(
                                attributes.get(name), client == null ? null : client.getAttribute(name)))
                        .findFirst();
    }
}
