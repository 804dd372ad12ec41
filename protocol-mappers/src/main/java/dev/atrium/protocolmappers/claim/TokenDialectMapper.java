package dev.atrium.protocolmappers.claim;

import dev.atrium.core.dialect.DialectClaims;
import dev.atrium.core.dialect.DialectFacts;
import dev.atrium.core.dialect.TokenDialect;
import dev.atrium.core.launch.FhirId;
import dev.atrium.core.scope.ScopeSet;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/** What a family of FHIR servers reads from an access token beside SMART's own claims, for people and for services. */
public final class TokenDialectMapper extends MembershipMapper {
    static final String DIALECT = "atrium.dialect";

    private static final Set<TokenPlace> PLACES =
            EnumSet.of(TokenPlace.ACCESS_TOKEN, TokenPlace.LIGHTWEIGHT_ACCESS_TOKEN, TokenPlace.INTROSPECTION);

    public TokenDialectMapper() {
        super(
                "atrium-token-dialect-mapper",
                "Atrium token dialect of a FHIR server",
                "Adds what a family of FHIR servers reads from access tokens in its own way, such as 'patient_id' or"
                        + " 'scp'. It tells no more than the other mappers would.",
                EnumSet.of(TokenPlace.ACCESS_TOKEN, TokenPlace.INTROSPECTION));
    }

    /** After all mappers that say the same in Atrium's own words: the server's words hold. */
    @Override
    public int getPriority() {
        return ProtocolMapperUtils.PRIORITY_SCRIPT_MAPPER + 2;
    }

    /** Nothing that the app would read. */
    @Override
    Map<String, Object> claims(TokenFacts facts) {
        return Map.of();
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel settings,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext clientSessionContext) {
        if (token instanceof AccessToken accessToken) {
            TokenDialect.parse(settings.getConfig().getOrDefault(DIALECT, ""))
                    .map(dialect -> dialect.claims(facts(accessToken, session, clientSessionContext)))
                    .ifPresent(claims -> put(claims, accessToken));
        }
    }

    private static DialectFacts facts(
            AccessToken token, KeycloakSession session, ClientSessionContext clientSessionContext) {
        Optional<TokenFacts> facts = TokenFacts.of(session, clientSessionContext);
        return new DialectFacts(
                ScopeSet.parse(Optional.ofNullable(token.getScope()).orElse("")),
                facts.flatMap(known -> known.launch().patient()).map(FhirId::value),
                facts.flatMap(FhirUserMapper::fhirUser));
    }

    private static void put(DialectClaims claims, AccessToken token) {
        token.getOtherClaims().putAll(claims.added());
        claims.scope().ifPresent(scope -> token.setScope(scope.text()));
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        ProviderConfigProperty dialect = new ProviderConfigProperty(
                DIALECT,
                "FHIR server",
                "The family that the FHIR server belongs to. Nothing is added until one is chosen.",
                ProviderConfigProperty.LIST_TYPE,
                null);
        dialect.setOptions(
                Arrays.stream(TokenDialect.values()).map(TokenDialect::id).toList());
        return Stream.concat(
                        Stream.of(dialect),
                        super.getConfigProperties().stream()
                                .filter(property -> TokenPlace.of(property.getName())
                                        .filter(PLACES::contains)
                                        .isPresent()))
                .toList();
    }
}
