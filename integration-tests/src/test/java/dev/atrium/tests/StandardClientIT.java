package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo's public app, written with an OpenID Connect library that knows nothing of Keycloak or SMART. */
@ExtendWith(AtriumServer.class)
class StandardClientIT {
    private static final ClientID CLIENT = new ClientID("smart-app");
    private static final URI REDIRECT = URI.create(Browser.CALLBACK);

    private final Admin admin = Admin.ofRealm();
    private final CodeVerifier verifier = new CodeVerifier();
    private final Nonce nonce = new Nonce();

    @Nested
    class Given_a_client_library {
        @Test
        void signs_a_patient_in_reads_who_it_is_and_refreshes() throws Exception {
            OIDCProviderMetadata server =
                    OIDCProviderMetadata.resolve(new Issuer(App.realm("").toString()));
            TestUser user = admin.user("example.org");
            user.joins("riverside", "Patient/standard", "patient-self");

            OIDCTokenResponse first = token(server, code(server, Person.of(user)));
            IDTokenClaimsSet id = validated(server, first.getOIDCTokens());
            UserInfo info = userInfo(server, first.getOIDCTokens());
            OIDCTokenResponse second =
                    token(server, new RefreshTokenGrant(first.getOIDCTokens().getRefreshToken()));

            String fhirUser = "http://localhost:8090/fhir/riverside/Patient/standard";
            assertThat(id.getStringClaim("fhirUser")).isEqualTo(fhirUser);
            assertThat(info.getStringClaim("fhirUser")).isEqualTo(fhirUser);
            assertThat(info.getSubject()).isEqualTo(id.getSubject());
            assertThat(first.getCustomParameters()).containsEntry("patient", "standard");
            assertThat(second.getOIDCTokens().getBearerAccessToken().getScope())
                    .isEqualTo(first.getOIDCTokens().getBearerAccessToken().getScope())
                    .contains(new Scope.Value("patient/Observation.rs"));
        }
    }

    private AuthorizationGrant code(OIDCProviderMetadata server, Person person) throws ParseException {
        State state = new State();
        Scope scope = new Scope("openid", "fhirUser", "launch/patient", "patient/Observation.rs", "offline_access");
        URI request = new AuthenticationRequest.Builder(ResponseType.CODE, scope, CLIENT, REDIRECT)
                .endpointURI(server.getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI();
        Page callback = person.signIn(person.browser().open(request)).allow();
        AuthenticationResponse response = AuthenticationResponseParser.parse(callback.address());
        assertThat(response.indicatesSuccess()).isTrue();
        assertThat(response.getState()).isEqualTo(state);
        assertThat(response.getIssuer()).isNull(); // SMART apps take it for the start of an EHR launch
        return new AuthorizationCodeGrant(response.toSuccessResponse().getAuthorizationCode(), REDIRECT, verifier);
    }

    private static OIDCTokenResponse token(OIDCProviderMetadata server, AuthorizationGrant grant) throws Exception {
        TokenRequest request = new TokenRequest.Builder(server.getTokenEndpointURI(), CLIENT, grant).build();
        return (OIDCTokenResponse)
                OIDCTokenResponseParser.parse(request.toHTTPRequest().send()).toSuccessResponse();
    }

    private IDTokenClaimsSet validated(OIDCProviderMetadata server, OIDCTokens tokens) throws Exception {
        return new IDTokenValidator(
                        server.getIssuer(),
                        CLIENT,
                        JWSAlgorithm.RS256,
                        server.getJWKSetURI().toURL())
                .validate(tokens.getIDToken(), nonce);
    }

    private static UserInfo userInfo(OIDCProviderMetadata server, OIDCTokens tokens) throws Exception {
        UserInfoRequest request = new UserInfoRequest(server.getUserInfoEndpointURI(), tokens.getBearerAccessToken());
        return UserInfoResponse.parse(request.toHTTPRequest().send())
                .toSuccessResponse()
                .getUserInfo();
    }
}
