package dev.atrium.authenticators.secondfactor;

import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import dev.atrium.authenticators.stage.StageContext;
import java.util.Optional;
import org.keycloak.common.util.Base64Url;
import org.keycloak.common.util.UriUtils;
import org.keycloak.credential.WebAuthnCredentialModelInput;
import org.keycloak.credential.WebAuthnCredentialModelInput.KeycloakWebAuthnAuthenticationParameters;
import org.keycloak.models.Constants;
import org.keycloak.models.WebAuthnPolicy;

/** What a key has signed, as the browser sent it (Web Authentication, section 5.2.2). */
record KeyAnswer(WebAuthnCredentialModelInput input) {
    /** Nothing if it is not readable, or nothing was asked for. One challenge is for one answer. */
    static Optional<KeyAnswer> of(StageContext context, KeyWay way) {
        Optional<String> challenge = KeyPage.CHALLENGE.in(context.authSession());
        KeyPage.CHALLENGE.remove(context.authSession());
        try {
            return challenge.flatMap(asked -> request(context)
                    .map(signed -> new KeyAnswer(input(context, way, new DefaultChallenge(asked), signed))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<AuthenticationRequest> request(StageContext context) {
        Optional<byte[]> id = field(context, "credentialId");
        Optional<byte[]> data = field(context, "authenticatorData");
        Optional<byte[]> client = field(context, "clientDataJSON");
        Optional<byte[]> signature = field(context, "signature");
        return id.isPresent() && data.isPresent() && client.isPresent() && signature.isPresent()
                ? Optional.of(new AuthenticationRequest(id.get(), data.get(), client.get(), signature.get()))
                : Optional.empty();
    }

    @SuppressWarnings("deprecation") // as Keycloak makes it: its check of the origin reads no other
    private static WebAuthnCredentialModelInput input(
            StageContext context, KeyWay way, DefaultChallenge challenge, AuthenticationRequest signed) {
        WebAuthnPolicy policy = KeyPage.policy(context, way);
        Origin origin = new Origin(
                UriUtils.getOrigin(context.session().getContext().getUri().getBaseUri()));
        ServerProperty server = new ServerProperty(origin, KeyPage.rpId(context, policy), challenge);
        WebAuthnCredentialModelInput input = new WebAuthnCredentialModelInput(way.type());
        input.setAuthenticationRequest(signed);
        input.setAuthenticationParameters(new KeycloakWebAuthnAuthenticationParameters(
                server, Constants.WEBAUTHN_POLICY_OPTION_REQUIRED.equals(KeyPage.verification(way, policy))));
        return input;
    }

    private static Optional<byte[]> field(StageContext context, String name) {
        return Optional.ofNullable(context.posted().getFirst(name))
                .filter(sent -> !sent.isBlank())
                .map(Base64Url::decode);
    }
}
