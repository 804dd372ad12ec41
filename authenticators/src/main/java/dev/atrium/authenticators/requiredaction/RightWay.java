package dev.atrium.authenticators.requiredaction;

import dev.atrium.core.login.AllowedMethods;
import dev.atrium.support.note.KeycloakNotes;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.ClientSessionCode;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A way by which somebody may sign in who came another way: a button on the page that says so.
 *
 * @param value how the button's field names it: the alias of an identity provider, or empty for the realm's own first page
 * @param name of the provider, as people see it
 */
public record RightWay(String value, String name) {
    private static final String FIELD = "way";
    private static final String OWN = "";

    /** In order of preference; the realm's own methods have one way for all, which asks for the right one. */
    static List<RightWay> among(KeycloakSession session, AllowedMethods allowed) {
        Stream<RightWay> providers = allowed.providers()
                .map(alias -> session.identityProviders().getByAlias(alias))
                .filter(Objects::nonNull)
                .map(provider -> of(session, provider));
        return allowed.own().isEmpty()
                ? providers.toList()
                : Stream.concat(providers, Stream.of(new RightWay(OWN, ""))).toList();
    }

    /** The one whose button was pressed. */
    static Optional<RightWay> chosen(RequiredActionContext context, AllowedMethods allowed) {
        @Nullable
        String value = context.getHttpRequest().getDecodedFormParameters().getFirst(FIELD);
        return among(context.getSession(), allowed).stream()
                .filter(way -> way.value.equals(value))
                .findFirst();
    }

    private static RightWay of(KeycloakSession session, IdentityProviderModel provider) {
        return new RightWay(provider.getAlias(), KeycloakModelUtils.getIdentityProviderDisplayName(session, provider));
    }

    /** Starts the sign-in over. Nothing is left of the one before but what the app asked for, and who it is likely to be. */
    void take(RequiredActionContext context) {
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        Optional<String> name = name(context.getUser());
        AuthenticationProcessor.resetFlow(authSession, LoginActionsService.AUTHENTICATE_PATH);
        KeycloakNotes.PROVIDER_HINT.remove(authSession); // it led to the wrong one
        name.ifPresent(hint -> KeycloakNotes.LOGIN_HINT.put(authSession, hint));
        URI next = value.equals(OWN) ? firstPage(context) : provider(context, name.orElse(null));
        context.challenge(jakarta.ws.rs.core.Response.seeOther(next).build());
    }

    private static Optional<String> name(UserModel person) {
        return Optional.ofNullable(person.getEmail()).or(() -> Optional.ofNullable(person.getUsername()));
    }

    private URI provider(RequiredActionContext context, @Nullable String loginHint) {
        KeycloakSession session = context.getSession();
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        return Urls.identityProviderAuthnRequest(
                context.getUriInfo().getBaseUri(),
                value,
                context.getRealm().getName(),
                new ClientSessionCode<>(session, context.getRealm(), authSession).getOrGenerateCode(),
                authSession.getClient().getClientId(),
                authSession.getTabId(),
                AuthenticationProcessor.getClientData(session, authSession),
                loginHint);
    }

    private static URI firstPage(RequiredActionContext context) {
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        return LoginActionsService.loginActionsBaseUrl(context.getUriInfo())
                .path(LoginActionsService.AUTHENTICATE_PATH)
                .queryParam(Constants.CLIENT_ID, authSession.getClient().getClientId())
                .queryParam(Constants.TAB_ID, authSession.getTabId())
                .queryParam(
                        Constants.CLIENT_DATA, AuthenticationProcessor.getClientData(context.getSession(), authSession))
                .build(context.getRealm().getName());
    }
}
