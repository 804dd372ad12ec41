package dev.atrium.directory.membership;

import dev.atrium.core.membership.MembershipId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Scopes that only Atrium writes and that no token shows.
 *
 * <p>Keycloak keeps one state per code and per refresh token: the scope. What is chosen at sign-in therefore travels
 * as a scope of its own, so that two tabs of one app, or two offline tokens, each keep their choice. They resolve to
 * client scopes that are never in the {@code scope} of an access token or a response, and requests that name them are
 * refused.
 */
public final class MembershipScope {
    public static final String PREFIX = "atrium.";

    /** Marks a grant whose {@code offline_access} was withheld: it gets no refresh token. */
    public static final String WITHOUT_REFRESH = PREFIX + "without-refresh";

    /** Begins the scope that carries the launch context of a grant. */
    public static final String CONTEXT = PREFIX + "context/";

    private static final String MEMBERSHIP = PREFIX + "membership/";

    private MembershipScope() {}

    /** The scope that binds a grant to a membership. */
    public static String of(MembershipId membership) {
        return MEMBERSHIP + membership.value();
    }

    /** The membership that a scope string is bound to. */
    public static Optional<MembershipId> membershipIn(Stream<String> scopes) {
        return scopes.filter(scope -> scope.startsWith(MEMBERSHIP))
                .flatMap(scope -> MembershipId.parse(scope.substring(MEMBERSHIP.length())).stream())
                .findFirst();
    }

    public static boolean isHidden(String scope) {
        return scope.equals(WITHOUT_REFRESH)
                || scope.startsWith(CONTEXT)
                || membershipIn(Stream.of(scope)).isPresent();
    }
}
