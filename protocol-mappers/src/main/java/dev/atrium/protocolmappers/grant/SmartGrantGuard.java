package dev.atrium.protocolmappers.grant;

import dev.atrium.core.project.Entitlement;
import dev.atrium.core.scope.GrantKind;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeNaming;
import dev.atrium.core.scope.ScopeNegotiation;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.support.membership.ActiveMembership;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;

/**
 * The last look at every token: none leaves with a SMART scope that its grant may not carry.
 *
 * <p>A person's token needs a membership that was chosen and still allows every scope; a client's own token may carry
 * {@code system/} scopes only. So no grant type, whether it is known here or not, leads around the stages.
 */
final class SmartGrantGuard implements TokenPostProcessor {
    private final KeycloakSession session;

    SmartGrantGuard(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext issued) {
        AccessToken token = issued.accessToken();
        if (token == null) {
            return;
        }
        ScopeSet scopes = ScopeSet.parse(token.getScope() == null ? "" : token.getScope());
        if (TokenMembership.isClientCredentials(issued.clientSessionCtx())) {
            checkOfClient(scopes.filter(Scope::concernsFhir), issued.clientSessionCtx());
        } else {
            Optional<ActiveMembership> membership = TokenMembership.of(session, issued.clientSessionCtx());
            membership.ifPresent(active -> bind(token, active));
            checkOfPerson(scopes, membership, issued.clientSessionCtx());
        }
    }

    private void checkOfClient(ScopeSet smart, ClientSessionContext grant) {
        beyond(ofClient(smart), smart).ifPresent(scope -> {
            throw new TokenRefusal(
                            "The scope '" + scope + "' needs a person who signs in",
                            "A client's own token may not carry " + scope)
                    .of(session, grant);
        });
    }

    private void checkOfPerson(ScopeSet scopes, Optional<ActiveMembership> membership, ClientSessionContext grant) {
        ScopeSet smart = scopes.filter(Scope::concernsFhir);
        if (smart.isEmpty()) {
            return;
        }
        ScopeSet allowed = membership.map(active -> allowed(scopes, active)).orElse(ScopeSet.EMPTY);
        beyond(exchangeable(allowed, grant), smart).ifPresent(scope -> {
            throw new TokenRefusal(
                            "The scope '" + scope + "' needs a sign-in in which a profile that allows it is chosen",
                            reason(membership) + scope)
                    .of(session, grant);
        });
    }

    private static String reason(Optional<ActiveMembership> membership) {
        return membership
                .map(active -> active.membership().id().value())
                .map(id -> "The membership " + id + " or the exchanged token does not allow ")
                .orElse("No chosen membership allows ");
    }

    private static ScopeSet ofClient(ScopeSet smart) {
        return new ScopeNegotiation(smart, smart, Optional.empty(), GrantKind.CLIENT_CREDENTIALS)
                .decide()
                .granted();
    }

    /** Whatever the mappers are set to: userinfo, introspection and exchange find the membership by this claim. */
    private static void bind(AccessToken token, ActiveMembership active) {
        token.getOtherClaims()
                .put(PresentedToken.MEMBERSHIP_CLAIM, active.membership().id().value());
    }

    private static ScopeSet allowed(ScopeSet scopes, ActiveMembership active) {
        return Entitlement.of(
                        active.membership(), active.project().fhirBaseUrl().isPresent())
                .allow(scopes);
    }

    /** A token that is exchanged gives away no more than it has. */
    private ScopeSet exchangeable(ScopeSet allowed, ClientSessionContext grant) {
        if (!TokenMembership.isExchange(grant)) {
            return allowed;
        }
        ScopeSet had =
                PresentedToken.exchanged(session).map(PresentedToken::scopes).orElse(ScopeSet.EMPTY);
        return allowed.filter(had::covers);
    }

    /** The first scope that is not allowed, as a message may name it. */
    private static Optional<String> beyond(ScopeSet allowed, ScopeSet smart) {
        return smart.scopes().stream()
                .filter(scope -> !allowed.contains(scope.text()))
                .findFirst()
                .map(ScopeNaming::of);
    }

    @Override
    public void close() {}
}
