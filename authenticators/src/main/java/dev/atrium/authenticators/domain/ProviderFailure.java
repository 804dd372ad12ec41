package dev.atrium.authenticators.domain;

import dev.atrium.directory.homeidp.ProviderName;
import dev.atrium.directory.login.LoginPolicy;
import dev.atrium.support.note.FlowNote;
import dev.atrium.support.note.KeycloakNotes;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.authenticators.browser.IdentityProviderAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.util.AuthenticationFlowURLHelper;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What becomes of a sign-in whose identity provider cannot be reached, or answers what nobody understands. Keycloak ends it
 * at an error page; here the person is told, and chooses again.
 */
public final class ProviderFailure {
    private static final Pattern BROKER =
            Pattern.compile("/?realms/[^/]+/broker/([^/]+)/(?:login|endpoint)(?:/.*)?", Pattern.DOTALL);

    /** The steps that send people to a provider. */
    private static final Set<String> STEPS =
            Set.of(DomainAuthenticatorFactory.ID, IdentityProviderAuthenticatorFactory.PROVIDER_ID);

    /** The step at which the sign-in waits. */
    private static final FlowNote<String> CURRENT =
            new FlowNote<>(AuthenticationProcessor.CURRENT_AUTHENTICATION_EXECUTION, id -> id, Optional::of);

    private ProviderFailure() {}

    /** Where the person goes on, in the place of an error page; nowhere, if no provider failed or the flow has no Domain step. */
    public static Optional<URI> wayOn(KeycloakSession session, Response.Status status) {
        Matcher address = BROKER.matcher(session.getContext().getUri().getPath());
        if (status.getFamily() != Response.Status.Family.SERVER_ERROR || !address.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(session.getContext().getAuthenticationSession())
                .filter(authSession -> isBeforeCredentials(session, authSession))
                .map(authSession -> {
                    new Notice("atrium.method.provider.failed", ProviderName.of(session, address.group(1)))
                            .put(authSession);
                    AnotherWay.stay(authSession);
                    return new AuthenticationFlowURLHelper(
                                    session,
                                    authSession.getRealm(),
                                    session.getContext().getUri())
                            .getLastExecutionUrl(authSession);
                });
    }

    /** Whether the next page has to tell of one. */
    public static boolean isToTell(AuthenticationSessionModel authSession) {
        return Notice.isWaiting(authSession);
    }

    private static boolean isBeforeCredentials(KeycloakSession session, AuthenticationSessionModel authSession) {
        RealmModel realm = authSession.getRealm();
        return KeycloakNotes.LINKING_PROVIDER.in(authSession).isEmpty()
                && CURRENT.in(authSession)
                        .map(realm::getAuthenticationExecutionById)
                        .map(AuthenticationExecutionModel::getAuthenticator)
                        .filter(STEPS::contains)
                        .isPresent()
                && LoginPolicy.hasDomainStep(session);
    }
}
