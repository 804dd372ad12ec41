package dev.atrium.protocolmappers.claim;

import dev.atrium.protocolmappers.grant.TokenMembership;
import dev.atrium.support.membership.ActiveMembership;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

/** A mapper whose claims come from the membership a token is for; without one it adds nothing. */
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

    /** Puts the claims into a token. */
    abstract void addClaims(IDToken token, ActiveMembership membership);

    /** Puts the claims into the token response, at its top level (SMART App Launch 2.2.0, "Launch context arrives"). */
    abstract void addParameters(AccessTokenResponse response, ActiveMembership membership);

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel settings,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext grant) {
        withMembership(session, grant, active -> addClaims(token, active));
    }

    @Override
    protected void setClaim(
            AccessTokenResponse response,
            ProtocolMapperModel settings,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext grant) {
        withMembership(session, grant, active -> addParameters(response, active));
    }

    private void withMembership(KeycloakSession session, ClientSessionContext grant, Consumer<ActiveMembership> add) {
        TokenMembership.of(session, grant).ifPresent(add);
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
