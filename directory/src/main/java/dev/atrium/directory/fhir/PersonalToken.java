package dev.atrium.directory.fhir;

import dev.atrium.core.launch.FhirId;
import dev.atrium.core.membership.FhirBaseUrl;
import dev.atrium.core.membership.FhirProfile;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.support.oauth.RealmIssuer;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.encode.AccessTokenContext;
import org.keycloak.protocol.oidc.encode.AccessTokenContext.SessionType;
import org.keycloak.protocol.oidc.encode.AccessTokenContext.TokenType;
import org.keycloak.protocol.oidc.encode.TokenContextEncoderProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.TokenUtil;

/**
 * An access token by which Atrium itself asks a FHIR server one question for a person who is signing in. It is the
 * person's own authority and no more: for that server alone, for a minute, without a session, so that it opens nothing
 * at Keycloak. No app ever sees it.
 */
record PersonalToken(KeycloakSession session, UserModel user, FhirBaseUrl base, FhirProfile profile) {
    private static final int LIFESPAN_SECONDS = 60;

    /**
     * A new one.
     *
     * @param patient whom {@code patient/} scopes are about, if there are any
     */
    String forScopes(ScopeSet scopes, Optional<FhirId> patient) {
        AccessToken token = new AccessToken();
        token.id(id());
        token.type(TokenUtil.TOKEN_TYPE_BEARER);
        token.issuer(RealmIssuer.of(session));
        token.subject(user.getId());
        token.audience(base.value());
        ClientModel client = session.getContext().getClient();
        token.issuedFor(client.getClientId());
        token.issuedNow();
        token.exp(token.getIat() + LIFESPAN_SECONDS);
        token.setScope(scopes.text());
        token.setOtherClaims("fhirUser", base.resolve(profile));
        patient.ifPresent(known -> token.setOtherClaims("patient", known.value()));
        return session.tokens().encode(token);
    }

    /**
     * Of a token with an online session, which this one does not have: Keycloak looks for it wherever it is asked to accept
     * the token, and finds none. A token that says nothing of its kind would be taken for one that needs no session.
     */
    private String id() {
        return session.getProvider(TokenContextEncoderProvider.class)
                .encodeTokenId(new AccessTokenContext(
                        SessionType.ONLINE,
                        TokenType.REGULAR,
                        OAuth2Constants.AUTHORIZATION_CODE,
                        UUID.randomUUID().toString()));
    }
}
