package dev.atrium.overrides.token;

import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.negotiation.GrantKind;
import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.core.negotiation.ScopeNegotiation;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeNaming;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.membership.ActiveMembership;
import dev.atrium.tokens.grant.CurrentMethod;
import dev.atrium.tokens.grant.EndedMembership;
import dev.atrium.tokens.grant.ExchangeConsent;
import dev.atrium.tokens.grant.ServicePolicy;
import dev.atrium.tokens.grant.SessionRequirement;
import dev.atrium.tokens.grant.SmartGrantType;
import dev.atrium.tokens.grant.TokenLaunch;
import dev.atrium.tokens.grant.TokenMembership;
import dev.atrium.tokens.grant.TokenRefusal;
import dev.atrium.tokens.grant.UnlistedGrantType;
import dev.atrium.tokens.grant.UnverifiedAccessToken;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;

/**
 * The check of every token: none leaves with a SMART scope that its grant may not carry.
 *
 * <p>A person's token needs a membership that was chosen and still allows every scope, in a session that has what the project
 * asks of sign-ins; a client's own token may carry
 * {@code system/} scopes only. So no grant leads around the stages; one that is not on the list of {@link SmartGrantType}
 * has none at all, whatever it is bound to.
 */
final class SmartTokenPostProcessor implements TokenPostProcessor {
    private final KeycloakSession session;

    SmartTokenPostProcessor(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext issued) {
        if (issued.accessToken() != null) {
            new CurrentMethod(session, issued.clientSessionCtx()).check();
            SmartGrantType.of(issued.clientSessionCtx())
                    .ifPresentOrElse(
                            grantType -> check(grantType, issued),
                            () -> new UnlistedGrantType(session, issued).check());
        }
    }

    private void check(SmartGrantType grantType, TokenPostProcessorContext issued) {
        ScopeSet scopes = scopesOf(issued.accessToken());
        if (grantType == SmartGrantType.CLIENT_CREDENTIALS) {
            checkOfClient(scopes.filter(Scope::concernsFhir), issued.clientSessionCtx());
            return;
        }
        Optional<MembershipId> chosen = TokenMembership.chosen(session, issued.clientSessionCtx());
        Optional<ActiveMembership> active = TokenMembership.of(session, issued.clientSessionCtx());
        if (chosen.isPresent() && active.isEmpty()) {
            throw ended(grantType).of(session, issued.clientSessionCtx());
        }
        active.ifPresent(membership -> {
            SessionRequirement asked = new SessionRequirement(session, issued.clientSessionCtx(), membership);
            asked.check();
            asked.keepIn(issued.refreshToken());
            new BoundToken(session, grantType, issued, membership).bind();
        });
        checkOfPerson(scopes, active, issued.clientSessionCtx());
        if (grantType == SmartGrantType.TOKEN_EXCHANGE) {
            active.ifPresent(membership -> new ExchangeConsent(session, issued, membership).check());
        }
    }

    private static ScopeSet scopesOf(AccessToken token) {
        return ScopeSet.parse(token.getScope() == null ? "" : token.getScope());
    }

    /** The code or the like is over (RFC 6749, section 5.2), the subject token is (RFC 8693, section 2.2.2). */
    private static TokenRefusal ended(SmartGrantType grantType) {
        return new TokenRefusal(
                grantType == SmartGrantType.TOKEN_EXCHANGE ? OAuthError.INVALID_REQUEST : OAuthError.INVALID_GRANT,
                EndedMembership.DESCRIPTION,
                EndedMembership.DESCRIPTION);
    }

    private void checkOfClient(ScopeSet smart, ClientSessionContext clientSessionContext) {
        beyond(ofClient(smart), smart).ifPresent(scope -> {
            throw new TokenRefusal(
                            OAuthError.INVALID_SCOPE,
                            "The scope '" + scope + "' needs a user who signs in",
                            "A client's own token may not carry " + scope)
                    .of(session, clientSessionContext);
        });
        ServicePolicy policy = new ServicePolicy(
                session, clientSessionContext.getClientSession().getClient());
        beyond(policy.allow(smart), smart).ifPresent(scope -> {
            throw new TokenRefusal(
                            OAuthError.INVALID_SCOPE,
                            "The access policy of this client does not allow the scope '" + scope + "'",
                            "The client's attribute " + ServicePolicy.ATTRIBUTE + " names a policy without " + scope)
                    .of(session, clientSessionContext);
        });
    }

    private void checkOfPerson(
            ScopeSet scopes, Optional<ActiveMembership> membership, ClientSessionContext clientSessionContext) {
        ScopeSet smart = scopes.filter(Scope::concernsFhir);
        if (smart.isEmpty()) {
            return;
        }
        ScopeSet allowed = membership
                .map(active -> active.entitlement(TokenLaunch.of(session, clientSessionContext, active))
                        .allow(scopes))
                .orElse(ScopeSet.EMPTY);
        beyond(exchangeable(allowed, clientSessionContext), smart).ifPresent(scope -> {
            throw new TokenRefusal(
                            OAuthError.INVALID_SCOPE,
                            "The scope '" + scope + "' needs a sign-in in which a profile that allows it is chosen",
                            reason(membership) + scope)
                    .of(session, clientSessionContext);
        });
    }

    private static String reason(Optional<ActiveMembership> membership) {
        return membership
                .map(active -> active.membership().id().value())
                .map(id -> "The membership " + id + " or the exchanged token does not allow ")
                .orElse("No chosen membership allows ");
    }

    private static ScopeSet ofClient(ScopeSet smart) {
        return new ScopeNegotiation(smart, smart, GrantKind.CLIENT_CREDENTIALS)
                .decide()
                .granted();
    }

    /** A token that is exchanged gives away no more than it has. */
    private ScopeSet exchangeable(ScopeSet allowed, ClientSessionContext clientSessionContext) {
        if (!SmartGrantType.TOKEN_EXCHANGE.is(clientSessionContext)) {
            return allowed;
        }
        ScopeSet had = UnverifiedAccessToken.exchanged(session, clientSessionContext)
                .map(UnverifiedAccessToken::scopes)
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
