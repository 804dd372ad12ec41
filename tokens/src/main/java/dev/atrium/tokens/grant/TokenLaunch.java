package dev.atrium.tokens.grant;

import dev.atrium.core.launch.FhirId;
import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.membership.FhirProfile;
import dev.atrium.directory.launch.ContextScope;
import dev.atrium.directory.membership.ActiveMembership;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;

/** Finds what the app was launched with that a token is for. */
public final class TokenLaunch {
    /** Why a grant ends whose launch context cannot be read any more, in words for the app's developer. */
    public static final String BROKEN = "What the app was launched with can no longer be read: launch it again";

    private TokenLaunch() {}

    /**
     * The launch context this grant is bound to, or the one of the token it is derived from; empty if there is none, or
     * none that was sealed for this client and membership and is still theirs to see.
     */
    public static Optional<LaunchContext> of(
            KeycloakSession session, ClientSessionContext clientSessionContext, ActiveMembership active) {
        return SmartGrantType.of(clientSessionContext)
                .map(listed -> listed == SmartGrantType.TOKEN_EXCHANGE
                        ? UnverifiedAccessToken.exchanged(session, clientSessionContext)
                                .flatMap(UnverifiedAccessToken::launch)
                        : boundTo(session, clientSessionContext, active))
                .orElseGet(() -> UnverifiedAccessToken.ofRequest(session).flatMap(UnverifiedAccessToken::launch))
                .filter(launch -> !active.membership().profile().isKeptFrom(launch));
    }

    /** The same, where a Patient who was launched with nobody is the patient in context. */
    public static LaunchContext context(
            KeycloakSession session, ClientSessionContext clientSessionContext, ActiveMembership active) {
        LaunchContext launch = of(session, clientSessionContext, active).orElse(LaunchContext.EMPTY);
        FhirProfile profile = active.membership().profile();
        return launch.patient().isEmpty() && profile.isPatient()
                ? launch.withPatient(new FhirId(profile.id()))
                : launch;
    }

    /** Whether the grant bears a launch context that cannot be trusted: it can be carried on without by nobody. */
    public static boolean isBroken(
            KeycloakSession session, ClientSessionContext clientSessionContext, ActiveMembership active) {
        return ContextScope.in(GrantedScopes.of(clientSessionContext)).isPresent()
                && !SmartGrantType.TOKEN_EXCHANGE.is(clientSessionContext)
                && of(session, clientSessionContext, active).isEmpty();
    }

    private static Optional<LaunchContext> boundTo(
            KeycloakSession session, ClientSessionContext clientSessionContext, ActiveMembership active) {
        return ContextScope.in(GrantedScopes.of(clientSessionContext))
                .flatMap(scope -> scope.open(
                        session,
                        active.membership().id(),
                        clientSessionContext.getClientSession().getClient()));
    }
}
