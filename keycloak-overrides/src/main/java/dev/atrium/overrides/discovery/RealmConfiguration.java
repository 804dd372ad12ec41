package dev.atrium.overrides.discovery;

import dev.atrium.core.discovery.Capability;
import dev.atrium.core.discovery.SupportedScopes;
import dev.atrium.support.oauth.RealmIssuer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.ClientAuthenticator;
import org.keycloak.authentication.ClientAuthenticatorFactory;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.ClientSignatureVerifierProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** What is the same for each FHIR server of a realm: where its endpoints are, and what they do for SMART apps. */
final class RealmConfiguration {
    /** SMART's ways of client authentication; Keycloak has more. */
    private static final List<String> AUTHENTICATION_METHODS = List.of(
            OIDCLoginProtocol.CLIENT_SECRET_BASIC,
            OIDCLoginProtocol.CLIENT_SECRET_POST,
            OIDCLoginProtocol.PRIVATE_KEY_JWT);

    /** What SMART wants servers to verify assertions with; Keycloak does so with more. */
    private static final List<String> SIGNATURE_ALGORITHMS = List.of(Algorithm.RS384, Algorithm.ES384);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String issuer;

    RealmConfiguration(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.issuer = RealmIssuer.of(session);
    }

    /** The members of the document, by the names that SMART gives them; each URL is absolute. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("issuer", issuer);
        fields.put("jwks_uri", endpoint("certs"));
        fields.put("authorization_endpoint", endpoint("auth"));
        fields.put("token_endpoint", endpoint("token"));
        fields.put("introspection_endpoint", endpoint("token/introspect"));
        fields.put("revocation_endpoint", endpoint("revoke"));
        fields.put("registration_endpoint", issuer + "/clients-registrations/openid-connect");
        if (hasAccountConsole()) {
            fields.put("management_endpoint", issuer + "/account");
        }
        fields.put(
                "grant_types_supported",
                List.of(OAuth2Constants.AUTHORIZATION_CODE, OAuth2Constants.CLIENT_CREDENTIALS));
        fields.put("response_types_supported", List.of(OAuth2Constants.CODE));
        fields.put("code_challenge_methods_supported", List.of(OAuth2Constants.PKCE_METHOD_S256));
        fields.put("token_endpoint_auth_methods_supported", authenticationMethods());
        fields.put("token_endpoint_auth_signing_alg_values_supported", signatureAlgorithms());
        fields.put("scopes_supported", scopes());
        fields.put("capabilities", Capability.texts());
        return fields;
    }

    private String endpoint(String path) {
        return issuer + "/protocol/" + OIDCLoginProtocol.LOGIN_PROTOCOL + "/" + path;
    }

    /** Where people see and revoke what they have granted. */
    private boolean hasAccountConsole() {
        ClientModel account = realm.getClientByClientId(Constants.ACCOUNT_CONSOLE_CLIENT_ID);
        return account != null && account.isEnabled();
    }

    private List<String> authenticationMethods() {
        List<String> known = session.getKeycloakSessionFactory()
                .getProviderFactoriesStream(ClientAuthenticator.class)
                .map(ClientAuthenticatorFactory.class::cast)
                .map(factory -> factory.getProtocolAuthenticatorMethods(OIDCLoginProtocol.LOGIN_PROTOCOL))
                .flatMap(Collection::stream)
                .toList();
        return AUTHENTICATION_METHODS.stream().filter(known::contains).toList();
    }

    private List<String> signatureAlgorithms() {
        List<String> known = session.getKeycloakSessionFactory()
                .getProviderFactoriesStream(ClientSignatureVerifierProvider.class)
                .map(factory -> factory.getId())
                .toList();
        return SIGNATURE_ALGORITHMS.stream().filter(known::contains).toList();
    }

    /** Those whose client scope is in Keycloak's own metadata too, if an admin has not taken it out there. */
    private List<String> scopes() {
        Stream<String> names = realm.getClientScopesStream()
                .filter(scope -> Objects.equals(OIDCLoginProtocol.LOGIN_PROTOCOL, scope.getProtocol()))
                .filter(ClientScopeModel::isIncludeInOpenIDProviderMetadata)
                .map(ClientScopeModel::getName);
        return SupportedScopes.of(names.toList());
    }
}
