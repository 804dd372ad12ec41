package dev.atrium.tokens.grant;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;

/**
 * A grant whose tokens may carry SMART scopes and the claims of a membership.
 *
 * <p>A closed list: what the scope of a client session means in a grant that is not known here, nobody can say.
 */
public enum SmartGrantType {
    AUTHORIZATION_CODE(OAuth2Constants.AUTHORIZATION_CODE),
    DEVICE_CODE(OAuth2Constants.DEVICE_CODE_GRANT_TYPE),
    REFRESH_TOKEN(OAuth2Constants.REFRESH_TOKEN),
    TOKEN_EXCHANGE(OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE),
    CLIENT_CREDENTIALS(OAuth2Constants.CLIENT_CREDENTIALS),
    /** Implicit and hybrid: the token leaves by the redirect of the sign-in itself, without a token request. */
    IMPLICIT(OAuth2Constants.IMPLICIT);

    private static final String ATTRIBUTE = SmartGrantType.class.getName();

    private final String grantType;

    SmartGrantType(String grantType) {
        this.grantType = grantType;
    }

    /** The grant a token is made for; empty for one that is not on the list, or that does not say which it is. */
    public static Optional<SmartGrantType> of(ClientSessionContext clientSessionContext) {
        return Optional.ofNullable(clientSessionContext.getAttribute(ATTRIBUTE, SmartGrantType.class))
                .or(() -> requested(clientSessionContext.getAttribute(Constants.GRANT_TYPE, String.class)));
    }

    /** Notes what Keycloak does not: that this token is made without a token request. */
    public static void implicit(ClientSessionContext clientSessionContext) {
        clientSessionContext.setAttribute(ATTRIBUTE, IMPLICIT);
    }

    public boolean is(ClientSessionContext clientSessionContext) {
        return of(clientSessionContext).filter(this::equals).isPresent();
    }

    /** What a grant is called in events. */
    static String name(KeycloakSession session, ClientSessionContext clientSessionContext) {
        return of(clientSessionContext)
                .map(listed -> listed.grantType)
                .or(() -> Optional.ofNullable(clientSessionContext.getAttribute(Constants.GRANT_TYPE, String.class)))
                .or(() -> Optional.ofNullable(session.getContext()
                        .getHttpRequest()
                        .getDecodedFormParameters()
                        .getFirst(OAuth2Constants.GRANT_TYPE)))
                .orElse("");
    }

    /** The grant of a token request; none says that it is implicit. */
    static Optional<SmartGrantType> requested(@Nullable String grantType) {
        return Arrays.stream(values())
                .filter(grant -> grant != IMPLICIT)
                .filter(grant -> grant.grantType.equals(grantType))
                .findFirst();
    }
}
