package dev.atrium.protocolmappers.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenResponseMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.IDToken;

/**
 * A mapper whose claims come from the membership a token is for, as far as the granted scopes are for them; it adds
 * nothing else.
 *
 * <p>A setting that is missing means its default, however the mapper was made: by the console, by REST or from a file.
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
    private final Set<TokenPlace> byDefault;

    /**
     * A mapper with what the console shows of it.
     *
     * @param byDefault where its claims are if nobody sets it otherwise
     */
    MembershipMapper(String id, String displayType, String helpText, Set<TokenPlace> byDefault) {
        this.id = id;
        this.displayType = displayType;
        this.helpText = helpText;
        this.byDefault = byDefault;
    }

    /** The claims of a membership that the granted scopes are for. */
    abstract Map<String, Object> claims(TokenFacts facts);

    /** Puts the claims into a token. */
    void addClaims(IDToken token, TokenFacts facts) {
        token.getOtherClaims().putAll(claims(facts));
    }

    /** After all of Keycloak's: a mapper that writes a claim of the same name, whoever added it, does not change ours. */
    @Override
    public int getPriority() {
        return ProtocolMapperUtils.PRIORITY_SCRIPT_MAPPER + 1;
    }

    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel settings,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSessionContext) {
        return super.transformAccessToken(
                token, complete(session, settings), session, userSession, clientSessionContext);
    }

    @Override
    public IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel settings,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSessionContext) {
        return super.transformIDToken(token, complete(session, settings), session, userSession, clientSessionContext);
    }

    @Override
    public AccessToken transformUserInfoToken(
            AccessToken token,
            ProtocolMapperModel settings,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSessionContext) {
        return super.transformUserInfoToken(
                token, complete(session, settings), session, userSession, clientSessionContext);
    }

    @Override
    public AccessToken transformIntrospectionToken(
            AccessToken token,
            ProtocolMapperModel settings,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSessionContext) {
        return super.transformIntrospectionToken(
                token, complete(session, settings), session, userSession, clientSessionContext);
    }

    @Override
    public AccessTokenResponse transformAccessTokenResponse(
            AccessTokenResponse response,
            ProtocolMapperModel settings,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSessionContext) {
        return super.transformAccessTokenResponse(
                response, complete(session, settings), session, userSession, clientSessionContext);
    }

    private ProtocolMapperModel complete(KeycloakSession session, ProtocolMapperModel settings) {
        return TokenPlace.areSet(settings.getConfig())
                ? settings
                : getEffectiveModel(session, session.getContext().getRealm(), settings);
    }

    /** These settings with the defaults of those that are missing; the admin REST shows them so, too. */
    @Override
    public ProtocolMapperModel getEffectiveModel(
            KeycloakSession session, RealmModel realm, ProtocolMapperModel settings) {
        ProtocolMapperModel complete = RepresentationToModel.toModel(ModelToRepresentation.toRepresentation(settings));
        Map<String, String> config = new HashMap<>(complete.getConfig());
        for (TokenPlace place : TokenPlace.values()) {
            config.putIfAbsent(place.setting(), String.valueOf(byDefault.contains(place)));
        }
        complete.setConfig(config);
        return complete;
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel settings,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext clientSessionContext) {
        TokenFacts.of(session, clientSessionContext).ifPresent(facts -> addClaims(token, facts));
    }

    /** At the top level of the response (SMART App Launch 2.2.0, "Launch context arrives"). */
    @Override
    protected void setClaim(
            AccessTokenResponse response,
            ProtocolMapperModel settings,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext clientSessionContext) {
        TokenFacts.of(session, clientSessionContext)
                .ifPresent(facts -> claims(facts).forEach(response::setOtherClaims));
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, getClass());
        properties.forEach(property -> TokenPlace.of(property.getName())
                .ifPresent(place -> property.setDefaultValue(String.valueOf(byDefault.contains(place)))));
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
