package dev.atrium.directory.launch;

import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.directory.membership.MembershipScope;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * The hidden scope that carries a launch context through code and refresh token, sealed for one client and one
 * membership: it belongs to one authorization, and to no session that others share.
 */
public record ContextScope(String text) {
    private static final String ATTRIBUTE = ContextScope.class.getName() + ".";

    /** The scope for a grant of this client to this membership. */
    public static ContextScope of(
            KeycloakSession session, LaunchContext context, MembershipId membership, ClientModel client) {
        String sealed = session.tokens().encode(new ContextSeal(context, membership, client));
        return new ContextScope(MembershipScope.CONTEXT + sealed);
    }

    /** The one among these scopes; nobody has looked at its seal. */
    public static Optional<ContextScope> in(Stream<String> scopes) {
        return scopes.filter(scope -> scope.startsWith(MembershipScope.CONTEXT))
                .findFirst()
                .map(ContextScope::new);
    }

    /** The context, if this realm sealed it for this membership and client, with a key that it still has. */
    public Optional<LaunchContext> open(KeycloakSession session, MembershipId membership, ClientModel client) {
        return seal(session).flatMap(seal -> seal.contextFor(membership, client));
    }

    /** Verified once in a request, however many claims ask. */
    private Optional<ContextSeal> seal(KeycloakSession session) {
        ContextSeal known = session.getAttribute(ATTRIBUTE + text, ContextSeal.class);
        if (known != null) {
            return Optional.of(known);
        }
        String sealed = text.substring(MembershipScope.CONTEXT.length());
        Optional<ContextSeal> seal = Optional.ofNullable(session.tokens().decode(sealed, ContextSeal.class));
        seal.ifPresent(verified -> session.setAttribute(ATTRIBUTE + text, verified));
        return seal;
    }
}
