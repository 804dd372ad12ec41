package dev.atrium.directory.launch;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.atrium.core.launch.InvalidLaunchContext;
import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.membership.MembershipId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.representations.JsonWebToken;

/**
 * A launch context with what it is for, as Keycloak signs it with the key of the realm's refresh tokens. A membership is
 * one person's, so that the person need not be named.
 */
final class ContextSeal extends JsonWebToken {
    private static final String TYPE = "atrium-launch-context";

    @JsonProperty("membership")
    private @Nullable String membership;

    @JsonProperty("context")
    private @Nullable Map<String, Object> context;

    /** For what has been signed. */
    ContextSeal() {}

    ContextSeal(LaunchContext context, MembershipId membership, ClientModel client) {
        type(TYPE);
        issuedFor(client.getId());
        this.membership = membership.value();
        this.context = context.toJson();
    }

    /** The context, if it was sealed for this membership and client. */
    Optional<LaunchContext> contextFor(MembershipId wanted, ClientModel client) {
        boolean theirs = TYPE.equals(getType())
                && client.getId().equals(getIssuedFor())
                && wanted.value().equals(membership);
        return theirs && context != null ? Optional.of(read(context)) : Optional.empty();
    }

    private static LaunchContext read(Map<String, Object> context) {
        try {
            return LaunchContext.of(context);
        } catch (InvalidLaunchContext notOurs) {
            throw new IllegalStateException("a launch context that Atrium sealed cannot be read", notOurs);
        }
    }
}
