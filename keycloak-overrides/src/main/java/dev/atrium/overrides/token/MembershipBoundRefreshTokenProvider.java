package dev.atrium.overrides.token;

import dev.atrium.core.account.UserId;
import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.launch.ContextScope;
import dev.atrium.directory.membership.ActiveMembership;
import dev.atrium.directory.membership.MembershipScope;
import dev.atrium.tokens.grant.CurrentConsent;
import dev.atrium.tokens.grant.EndedMembership;
import dev.atrium.tokens.grant.RefreshedScope;
import dev.atrium.tokens.grant.ReturnedRefreshToken;
import dev.atrium.tokens.grant.TokenLaunch;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager.AccessTokenResponseBuilder;
import org.keycloak.protocol.oidc.refresh.DefaultRefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.InitialRefreshTokenContext;
import org.keycloak.protocol.oidc.refresh.RefreshTokenContext;
import org.keycloak.representations.RefreshToken;
import org.keycloak.util.TokenUtil;

/**
 * Refreshes the tokens of a grant that is bound to a membership.
 *
 * <p>The membership is read again each time: one that is gone or inactive ends the grant, a narrower policy narrows it, and
 * so does what the person has unticked since. The new refresh token keeps the scope of the one presented (RFC 6749, section 6).
 */
final class MembershipBoundRefreshTokenProvider extends DefaultRefreshTokenProvider {
    MembershipBoundRefreshTokenProvider(KeycloakSession session) {
        super(session);
    }

    /** New ones are Keycloak's own. */
    @Override
    public boolean supports(InitialRefreshTokenContext initial) {
        return ReturnedRefreshToken.in(initial.clientSessionCtx()).isPresent();
    }

    @Override
    public RefreshToken generateRefreshToken(InitialRefreshTokenContext initial) {
        return ReturnedRefreshToken.in(initial.clientSessionCtx()).orElseGet(() -> super.generateRefreshToken(initial));
    }

    @Override
    public boolean supports(RefreshTokenContext refresh) {
        return super.supports(refresh) && boundTo(refresh.oldRefreshToken()).isPresent();
    }

    @Override
    public AccessTokenResponseBuilder refreshAccessToken(RefreshTokenContext refresh) throws OAuthErrorException {
        RefreshToken presented = refresh.oldRefreshToken();
        if (presented.getAuthorization() != null) {
            throw new OAuthErrorException(
                    OAuthErrorException.INVALID_GRANT, "A requesting party token is not bound to a membership");
        }
        Optional<UserId> user = userOf(presented);
        if (user.isEmpty()) {
            return super.refreshAccessToken(refresh); // Keycloak says why
        }
        String whole = presented.getScope();
        ScopeSet granted = ScopeSet.parse(whole).without(scope -> MembershipScope.isHidden(scope.text()));
        ScopeSet asked = RefreshedScope.of(granted, Optional.ofNullable(refresh.scopeParameter()));
        ActiveMembership active = membershipOf(presented, user.get());
        ScopeSet allowed = active.entitlement(launchOf(presented, active)).allow(asked);
        requireResources(asked, allowed, "The access policy no longer allows any of these scopes");
        ScopeSet agreed = new CurrentConsent(session, session.getContext().getClient())
                .narrow(allowed, user.get(), active.membership().id());
        requireResources(allowed, agreed, "The user no longer agrees to any of these scopes");
        return new NarrowedRefresh(session, withHidden(agreed, whole)).refreshAccessToken(refresh);
    }

    private static void requireResources(ScopeSet before, ScopeSet after, String otherwise) throws OAuthErrorException {
        if (hasResources(before) && !hasResources(after)) {
            throw new OAuthErrorException(OAuthErrorException.INVALID_SCOPE, otherwise);
        }
    }

    private static String withHidden(ScopeSet allowed, String whole) {
        Stream<String> hidden = Arrays.stream(whole.split(" ")).filter(MembershipScope::isHidden);
        return Stream.concat(Stream.of(allowed.text()), hidden).collect(Collectors.joining(" "));
    }

    /** Who signed in, unless the client's part of it has ended: the token's subject may be made for the client, or missing. */
    private Optional<UserId> userOf(RefreshToken presented) {
        RealmModel realm = session.getContext().getRealm();
        boolean offline = TokenUtil.TOKEN_TYPE_OFFLINE.equals(presented.getType());
        UserSessionModel signedIn = offline
                ? session.sessions().getOfflineUserSession(realm, presented.getSessionId())
                : session.sessions().getUserSession(realm, presented.getSessionId());
        String client = session.getContext().getClient().getId();
        return Optional.ofNullable(signedIn)
                .filter(userSession -> userSession.getAuthenticatedClientSessionByClient(client) != null)
                .map(UserSessionModel::getUser)
                .map(user -> new UserId(user.getId()));
    }

    private ActiveMembership membershipOf(RefreshToken presented, UserId user) throws OAuthErrorException {
        return boundTo(presented)
                .flatMap(id -> ActiveMembership.find(session, id, user))
                .orElseThrow(
                        () -> new OAuthErrorException(OAuthErrorException.INVALID_GRANT, EndedMembership.DESCRIPTION));
    }

    /** One that cannot be trusted ends the grant: nobody goes on without the patient that the app was launched with. */
    private Optional<LaunchContext> launchOf(RefreshToken presented, ActiveMembership active)
            throws OAuthErrorException {
        Optional<ContextScope> scope =
                ContextScope.in(Arrays.stream(presented.getScope().split(" ")));
        Optional<LaunchContext> launch = scope.flatMap(hidden -> hidden.open(
                        session, active.membership().id(), session.getContext().getClient()))
                .filter(context -> !active.membership().profile().isKeptFrom(context));
        if (scope.isPresent() && launch.isEmpty()) {
            throw new OAuthErrorException(OAuthErrorException.INVALID_GRANT, TokenLaunch.BROKEN);
        }
        return launch;
    }

    private static Optional<MembershipId> boundTo(RefreshToken token) {
        return token.getScope() == null
                ? Optional.empty()
                : MembershipScope.membershipIn(Arrays.stream(token.getScope().split(" ")));
    }

    private static boolean hasResources(ScopeSet scopes) {
        return !scopes.resourceScopes().isEmpty();
    }
}
