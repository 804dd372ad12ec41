package dev.atrium.authenticators.requiredaction;

import dev.atrium.authenticators.broker.EmailBeforeMappers;
import dev.atrium.core.account.EmailAddress;
import dev.atrium.directory.homeidp.HomeIdpBinding;
import dev.atrium.directory.login.AddressAuthority;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.ExistingUserInfo;
import org.keycloak.broker.provider.IdpLinkAction;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityCreatedEvent;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityRemovedEvent;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.ErrorResponse;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keeps people from leaving their organization's provider by changing their links: they do not take their own away, nor
 * add that of another organization. What throws here undoes the change. Administrators may do both.
 */
final class HomeIdpLinkGuard {
    /** Keycloak answers at the same address with the version of its API in it, too. */
    private static final Pattern OWN_LINKS = Pattern.compile("/account/(?:[^/]+/)?linked-accounts/");

    private HomeIdpLinkGuard() {}

    static void watch(ProviderEvent event) {
        if (event instanceof FederatedIdentityCreatedEvent created) {
            added(created);
        } else if (event instanceof FederatedIdentityRemovedEvent removed) {
            taken(removed);
        }
    }

    private static void added(FederatedIdentityCreatedEvent created) {
        KeycloakSession session = created.getKeycloakSession();
        AuthenticationSessionModel authSession = session.getContext().getAuthenticationSession();
        if (authSession != null && leavesHome(session, created)) {
            throw refusal(session, authSession, "atrium.identity.home");
        }
        if (authSession != null && isSomebodyElse(authSession, created.getUser())) {
            throw refusal(session, authSession, "atrium.identity.other");
        }
        if (authSession != null
                && isLinkByAddress(authSession, created)
                && FactorCheck.of(session, authSession, created.getUser()).isMissing()) {
            throw refusal(session, authSession, "atrium.refused.factor.link");
        }
        EmailBeforeMappers.remember(session, created.getUser());
    }

    /** Keycloak answers with what is thrown at the end of a first sign-in, and would keep the link. */
    private static ErrorPageException refusal(
            KeycloakSession session, AuthenticationSessionModel authSession, String message) {
        session.getTransactionManager().setRollbackOnly();
        return new ErrorPageException(session, authSession, Response.Status.FORBIDDEN, message);
    }

    /** Keycloak links whoever signs in meanwhile, also to another account than the one that it has asked to sign in to. */
    private static boolean isSomebodyElse(AuthenticationSessionModel authSession, UserModel user) {
        return Optional.ofNullable(authSession.getAuthNote(AbstractIdpAuthenticator.EXISTING_USER_INFO))
                .map(ExistingUserInfo::deserialize)
                .filter(existing -> !existing.getExistingUserId().equals(user.getId()))
                .isPresent();
    }

    /** Keycloak's older way to link, at its own address: neither the end of a first sign-in nor the action, which has asked already. */
    private static boolean isLinkByAddress(
            AuthenticationSessionModel authSession, FederatedIdentityCreatedEvent created) {
        UserModel user = created.getUser();
        return !isReplaced(created)
                && authSession.getAuthNote(AbstractIdpAuthenticator.FIRST_BROKER_LOGIN_SUCCESS) == null
                && !Boolean.parseBoolean(authSession.getAuthNote(IdpLinkAction.KC_ACTION_LINKING_IDENTITY_PROVIDER))
                && user.equals(authSession.getAuthenticatedUser());
    }

    /** A provider that gives its people other ids has Keycloak take the link away and add it again, in one request. */
    private static boolean isReplaced(FederatedIdentityCreatedEvent created) {
        return created.getKeycloakSession()
                        .getAttribute(taken(created.getFederatedIdentity(), created.getUser()), Boolean.class)
                != null;
    }

    private static String taken(FederatedIdentityModel link, UserModel user) {
        return "atrium.link-taken " + link.getIdentityProvider() + " " + user.getId();
    }

    private static boolean leavesHome(KeycloakSession session, FederatedIdentityCreatedEvent created) {
        String alias = created.getFederatedIdentity().getIdentityProvider();
        HomeIdpBinding before = HomeIdpBinding.of(session, created.getUser()).without(alias);
        return Optional.ofNullable(session.identityProviders().getByAlias(alias))
                .filter(HomeIdpLinkGuard::isOfOrganization)
                .filter(provider -> (before.keeps() && !before.admits(provider))
                        || isKeptByRule(session, created.getUser(), provider))
                .isPresent();
    }

    /** A link to an organization's provider counts for more than the rule for the address. */
    private static boolean isKeptByRule(KeycloakSession session, UserModel user, IdentityProviderModel provider) {
        return user.isEmailVerified()
                && Optional.ofNullable(user.getEmail())
                        .flatMap(EmailAddress::parse)
                        .filter(new AddressAuthority(session, provider)::isLeftOut)
                        .isPresent();
    }

    private static void taken(FederatedIdentityRemovedEvent removed) {
        KeycloakSession session = removed.getKeycloakSession();
        session.setAttribute(taken(removed.getFederatedIdentity(), removed.getUser()), true);
        String alias = removed.getFederatedIdentity().getIdentityProvider();
        if (isByThemselves(session)
                && isOfOrganization(session.identityProviders().getByAlias(alias))) {
            String words = session.getProvider(LoginFormsProvider.class).getMessage("atrium.identity.kept");
            throw ErrorResponse.error(words, Response.Status.BAD_REQUEST);
        }
    }

    /** Keycloak says it by the address of the request alone; what runs outside of any request is nobody's own doing. */
    private static boolean isByThemselves(KeycloakSession session) {
        try {
            String path = session.getContext().getHttpRequest().getUri().getPath();
            return OWN_LINKS.matcher(path).find();
        } catch (ContextNotActiveException outside) {
            return false;
        }
    }

    private static boolean isOfOrganization(@Nullable IdentityProviderModel provider) {
        return provider != null && provider.getOrganizationId() != null;
    }
}
