package dev.atrium.protocolmappers.claim;

import dev.atrium.core.scope.GrantedClaims;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.protocolmappers.grant.GrantedScopes;
import dev.atrium.protocolmappers.grant.TokenMembership;
import dev.atrium.support.membership.ActiveMembership;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenResponseMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.IDToken;

/**
 * A mapper whose claims come from the membership a token is for, as far as the granted scopes are for them; it adds
 * nothing else.
 */
abstract class MembershipMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper,
                OIDCIDTokenMapper,
                UserInfoTokenMapper,
                TokenIntrospectionTokenMapper,
                OIDCAccessTokenResponseMapper {
    private final String id;
    private final String displayType;
    private final String helpText;

    MembershipMapper(String id, String displayType, String helpText) {
        this.id = id;
        this.displayType = displayType;
        this.helpText = helpText;
    }

    /** The claims of a membership that the granted scopes are for. */
    abstract Map<String, String> claims(ActiveMembership membership, GrantedClaims granted);

    /** Puts the claims into a token. */
    void addClaims(IDToken token, ActiveMembership membership, GrantedClaims granted) {
        token.getOtherClaims().putAll(claims(membership, granted));
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel settings,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext grant) {
        TokenMembership.of(session, grant).ifPresent(active -> addClaims(token, active, granted(grant)));
    }

    /** At the top level of the response (SMART App Launch 2.2.0, "Launch context arrives"). */
    @Override
    protected void setClaim(
            AccessTokenResponse response,
            ProtocolMapperModel settings,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext grant) {
        TokenMembership.of(session, grant)
                .ifPresent(active -> claims(active, granted(grant)).forEach(response::setOtherClaims));
    }

    private static GrantedClaims granted(ClientSessionContext grant) {
        return new GrantedClaims(
                ScopeSet.of(GrantedScopes.of(grant).map(Scope::parse).toList()));
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, getClass());
        return properties;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getDisplayType() {
        return displayType;
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return helpText;
    }
}
