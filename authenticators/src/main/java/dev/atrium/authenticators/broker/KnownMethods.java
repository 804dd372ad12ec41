package dev.atrium.authenticators.broker;

import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.login.LoginCheck;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * How the owner of an account signs in to it who comes by a provider that it is not linked to yet.
 *
 * @param comingBy the name of that provider, as people see it
 */
public record KnownMethods(String comingBy, List<Way> ways) {
    private static final String FIELD = "way";
    private static final String OWN = "";

    /** A stranger whose address nobody vouches for is not told how the account signs in. */
    public static KnownMethods of(AuthenticationFlowContext flow, UserModel account) {
        KeycloakSession session = flow.getSession();
        BrokeredIdentityContext identity = Objects.requireNonNull(
                        SerializedBrokeredIdentityContext.readFromAuthenticationSession(
                                flow.getAuthenticationSession(), AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE))
                .deserialize(session, flow.getAuthenticationSession());
        IdentityProviderModel coming = identity.getIdpConfig();
        Stream<Way> ways = new BrokeredEmail(session, identity).proves(account)
                ? ways(flow, account, coming)
                : Stream.of(new Way(OWN, ""));
        return new KnownMethods(name(session, coming), ways.toList());
    }

    private static Stream<Way> ways(AuthenticationFlowContext flow, UserModel account, IdentityProviderModel coming) {
        KeycloakSession session = flow.getSession();
        LoginCheck check = LoginCheck.of(session, account);
        boolean proves = check.admits(coming);
        boolean own = has(account, PasswordCredentialModel.TYPE, proves || check.admits(Own.PASSWORD))
                || has(account, WebAuthnCredentialModel.TYPE_PASSWORDLESS, proves || check.admits(Own.PASSKEY));
        Stream<Way> providers = providers(flow, check, account)
                .distinct()
                .filter(alias -> !alias.equals(coming.getAlias()))
                .flatMap(alias -> Stream.ofNullable(session.identityProviders().getByAlias(alias)))
                .filter(IdentityProviderModel::isEnabled)
                .map(other -> new Way(other.getAlias(), name(session, other)));
        return Stream.concat(own ? Stream.of(new Way(OWN, "")) : Stream.empty(), providers);
    }

    public boolean hasOwn() {
        return ways.stream().anyMatch(Way::isOwn);
    }

    /** The one whose button was pressed. */
    public Optional<Way> chosen(MultivaluedMap<String, String> posted) {
        String value = posted.getFirst(FIELD);
        return ways.stream().filter(way -> way.value().equals(value)).findFirst();
    }

    /** Who comes by the provider that is theirs shows by whatever credential that the account is theirs as well. */
    private static boolean has(UserModel account, String credential, boolean counts) {
        return counts && account.credentialManager().isConfiguredFor(credential);
    }

    private static Stream<String> providers(AuthenticationFlowContext flow, LoginCheck check, UserModel account) {
        return check.isRestricted()
                ? check.allowed().providers()
                : flow.getSession()
                        .users()
                        .getFederatedIdentitiesStream(flow.getRealm(), account)
                        .map(FederatedIdentityModel::getIdentityProvider);
    }

    private static String name(KeycloakSession session, IdentityProviderModel provider) {
        return KeycloakModelUtils.getIdentityProviderDisplayName(session, provider);
    }

    /**
     * One of them.
     *
     * @param value how the button's field names it: the alias of a provider, or empty for what this realm checks itself
     * @param name of the provider, as people see it
     */
    public record Way(String value, String name) {
        public boolean isOwn() {
            return value.equals(OWN);
        }

        /** Where the provider is asked; the sign-in comes back to where it is, and the identity is linked then. */
        public URI address(AuthenticationFlowContext flow) {
            AuthenticationSessionModel authSession = flow.getAuthenticationSession();
            return Urls.identityProviderAuthnRequest(
                    flow.getUriInfo().getBaseUri(),
                    value,
                    flow.getRealm().getName(),
                    flow.generateAccessCode(),
                    authSession.getClient().getClientId(),
                    authSession.getTabId(),
                    AuthenticationProcessor.getClientData(flow.getSession(), authSession),
                    null);
        }
    }
}
