package dev.atrium.protocolmappers.grant;

import dev.atrium.core.project.Entitlement;
import dev.atrium.core.project.MembershipId;
import dev.atrium.core.scope.GrantKind;
import dev.atrium.core.scope.OAuthError;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeNaming;
import dev.atrium.core.scope.ScopeNegotiation;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.support.membership.ActiveMembership;
import dev.atrium.support.membership.ExchangedMembership;
import dev.atrium.support.membership.HiddenScope;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.RefreshToken;

/**
 * The last look at every token: none leaves with a SMART scope that its grant may not carry.
 *
 * <p>A person's token needs a membership that was chosen and still allows every scope; a client's own token may carry
 * {@code system/} scopes only. So no grant leads around the stages; one that is not on the list of {@link SmartGrant}
 * has none at all, whatever it is bound to.
 */
final class SmartGrantGuard implements TokenPostProcessor {
    private final KeycloakSession session;

    SmartGrantGuard(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext issued) {
        if (issued.accessToken() != null) {
            SmartGrant.of(issued.clientSessionCtx())
                    .ifPresentOrElse(grant -> check(grant, issued), () -> new UnlistedGrant(session, issued).check());
        }
    }

    private void check(SmartGrant grant, TokenPostProcessorContext issued) {
        ScopeSet scopes = scopesOf(issued.accessToken());
        if (grant == SmartGrant.CLIENT_CREDENTIALS) {
            checkOfClient(scopes.filter(Scope::concernsFhir), issued.clientSessionCtx());
            return;
        }
        Optional<MembershipId> chosen = TokenMembership.chosen(session, issued.clientSessionCtx());
        Optional<ActiveMembership> active = TokenMembership.of(session, issued.clientSessionCtx());
        if (chosen.isPresent() && active.isEmpty()) {
            throw ended(grant).of(session, issued.clientSessionCtx());
        }
        active.ifPresent(membership -> bind(grant, issued, membership));
        checkOfPerson(scopes, active, issued.clientSessionCtx());
        if (grant == SmartGrant.TOKEN_EXCHANGE) {
            active.ifPresent(membership -> new ExchangeConsent(session, issued, membership).check());
        }
    }

    private static ScopeSet scopesOf(AccessToken token) {
        return ScopeSet.parse(token.getScope() == null ? "" : token.getScope());
    }

    /** The code or the like is over (RFC 6749, section 5.2), the subject token is (RFC 8693, section 2.2.2). */
    private static TokenRefusal ended(SmartGrant grant) {
        return new TokenRefusal(
                grant == SmartGrant.TOKEN_EXCHANGE ? OAuthError.INVALID_REQUEST : OAuthError.INVALID_GRANT,
                EndedMembership.DESCRIPTION,
                EndedMembership.DESCRIPTION);
    }

    private void checkOfClient(ScopeSet smart, ClientSessionContext grant) {
        beyond(ofClient(smart), smart).ifPresent(scope -> {
            throw new TokenRefusal(
                            OAuthError.INVALID_SCOPE,
                            "The scope '" + scope + "' needs a user who signs in",
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
                            OAuthError.INVALID_SCOPE,
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
    private static void bind(SmartGrant grant, TokenPostProcessorContext issued, ActiveMembership active) {
        MembershipId id = active.membership().id();
        issued.accessToken().getOtherClaims().put(PresentedToken.MEMBERSHIP_CLAIM, id.value());
        RefreshToken refreshToken = issued.refreshToken();
        if (grant == SmartGrant.TOKEN_EXCHANGE && refreshToken != null) {
            refreshToken.setScope(refreshToken.getScope() + " " + HiddenScope.of(id));
            ExchangedMembership.NOTE.put(issued.clientSessionCtx().getClientSession(), id);
        }
    }

    private static ScopeSet allowed(ScopeSet scopes, ActiveMembership active) {
        return Entitlement.of(
                        active.membership(), active.project().fhirBaseUrl().isPresent())
                .allow(scopes);
    }

    /** A token that is exchanged gives away no more than it has. */
    private ScopeSet exchangeable(ScopeSet allowed, ClientSessionContext grant) {
        if (!SmartGrant.TOKEN_EXCHANGE.is(grant)) {
            return allowed;
        }
        ScopeSet had = PresentedToken.exchanged(session, grant)
                .map(PresentedToken::scopes)
                .orElse(ScopeSet.EMPTY);
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
