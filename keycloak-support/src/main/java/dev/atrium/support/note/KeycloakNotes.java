package dev.atrium.support.note;

import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.constants.AdapterConstants;
import org.keycloak.events.Details;
import org.keycloak.models.Constants;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resources.IdentityBrokerService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Keycloak's own notes, as far as Atrium reads or writes them. */
public final class KeycloakNotes {
    /** The scopes of the request, from which code, tokens and refresh token take theirs. */
    public static final ClientNote<String> SCOPE = client(OAuth2Constants.SCOPE);

    /** What the EHR gave the app to tell whose launch this is (SMART App Launch 2.2.0, "EHR launch"). */
    public static final ClientNote<String> LAUNCH =
            client(AuthorizationEndpoint.LOGIN_SESSION_NOTE_ADDITIONAL_REQ_PARAMS_PREFIX + "launch");

    /** The values of {@code prompt}, separated by blanks. */
    public static final ClientNote<String> PROMPT = client(OIDCLoginProtocol.PROMPT_PARAM);

    /** What the app suggests as the user name. */
    public static final ClientNote<String> LOGIN_HINT = client(OIDCLoginProtocol.LOGIN_HINT_PARAM);

    /** Where the answer goes. */
    public static final ClientNote<String> REDIRECT_URI = client(OIDCLoginProtocol.REDIRECT_URI_PARAM);

    /** What the answer has in it. */
    public static final ClientNote<String> RESPONSE_TYPE = client(OIDCLoginProtocol.RESPONSE_TYPE_PARAM);

    /** Who signs the tokens. */
    public static final ClientNote<String> ISSUER = client(OIDCLoginProtocol.ISSUER);

    /** The hash of what is shown with the code (RFC 7636). */
    public static final ClientNote<String> CODE_CHALLENGE = client(OIDCLoginProtocol.CODE_CHALLENGE_PARAM);

    /** How that hash is made (RFC 7636). */
    public static final ClientNote<String> CODE_CHALLENGE_METHOD =
            client(OIDCLoginProtocol.CODE_CHALLENGE_METHOD_PARAM);

    /** The alias of the identity provider that the browser is sent to. */
    public static final ClientNote<String> PROVIDER_HINT = client(AdapterConstants.KC_IDP_HINT);

    /** The required action that the person asked for, by the app. */
    public static final ClientNote<String> ACTION = client(Constants.KC_ACTION);

    /** Which FHIR server the app wants to talk to, as its project writes it; checked if FHIR data are asked for. */
    public static final ClientNote<String> AUDIENCE =
            client(AuthorizationEndpoint.LOGIN_SESSION_NOTE_ADDITIONAL_REQ_PARAMS_PREFIX + "aud");

    /** What was typed as the user name, before anybody was looked up. */
    public static final FlowNote<String> ATTEMPTED_USERNAME =
            flow(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);

    /** Whether the page shows the attempted user name instead of a field for it. */
    public static final FlowNote<Boolean> USERNAME_HIDDEN = new FlowNote<>(
            AbstractUsernameFormAuthenticator.USERNAME_HIDDEN,
            String::valueOf,
            text -> Optional.of(Boolean.valueOf(text)));

    /** Whether the browser shall remember the user name. */
    public static final FlowNote<Boolean> REMEMBER_ME =
            new FlowNote<>(Details.REMEMBER_ME, String::valueOf, text -> Optional.of(Boolean.valueOf(text)));

    /** The id of whoever came by the link of a mail that Keycloak sent. */
    public static final FlowNote<String> ACTION_TOKEN_USER = flow(DefaultActionTokenKey.ACTION_TOKEN_USER_ID);

    /** Whether the password was right. */
    public static final FlowNote<Boolean> PASSWORD_VALIDATED = new FlowNote<>(
            AuthenticationManager.PASSWORD_VALIDATED, String::valueOf, text -> Optional.of(Boolean.valueOf(text)));

    /** The types of the credentials that steps have checked, as a JSON array. */
    public static final FlowNote<String> CHECKED_CREDENTIALS = flow(AuthenticationProcessor.AUTHN_CREDENTIALS);

    /** Whether somebody who is signed in has to show again who they are. */
    public static final FlowNote<Boolean> SIGN_IN_AGAIN = new FlowNote<>(
            AuthenticationManager.FORCED_REAUTHENTICATION, String::valueOf, text -> Optional.of(Boolean.valueOf(text)));

    /** Whether this only does something for a person, and signs nobody in. */
    public static final FlowNote<Boolean> NO_SIGN_IN = new FlowNote<>(
            AuthenticationManager.END_AFTER_REQUIRED_ACTIONS,
            String::valueOf,
            text -> Optional.of(Boolean.valueOf(text)));

    /** Whether the person typed another e-mail address than the one an identity provider brought: nobody verified it. */
    public static final FlowNote<Boolean> EMAIL_TYPED = new FlowNote<>(
            AbstractIdentityProvider.UPDATE_PROFILE_EMAIL_CHANGED,
            String::valueOf,
            text -> Optional.of(Boolean.valueOf(text)));

    /** That somebody who is signed in links an identity provider, and which. */
    public static final FlowNote<String> LINKING_PROVIDER = flow(IdentityBrokerService.LINKING_IDENTITY_PROVIDER);

    private KeycloakNotes() {}

    /** The alias of the identity provider that has just brought the person; Keycloak keeps it for the session. */
    public static Optional<String> bringer(AuthenticationSessionModel authSession) {
        return Optional.ofNullable(authSession.getUserSessionNotes().get(Details.IDENTITY_PROVIDER));
    }

    private static ClientNote<String> client(String key) {
        return new ClientNote<>(key, text -> text, Optional::of);
    }

    private static FlowNote<String> flow(String key) {
        return new FlowNote<>(key, text -> text, Optional::of);
    }
}
