package dev.atrium.overrides.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.assertion.ClientAssertion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.authentication.authenticators.client.JWTClientAuthenticator;
import org.keycloak.authentication.authenticators.client.JWTClientValidator;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.services.util.ResolveRelative;
import org.keycloak.util.JsonSerialization;

/** Keycloak's checks of a client assertion, and those that SMART adds. */
final class SmartAssertionValidator extends JWTClientValidator {
    SmartAssertionValidator(ClientAuthenticationFlowContext context, SignatureValidator signature) throws Exception {
        super(context, signature, JWTClientAuthenticator.PROVIDER_ID);
    }

    @Override
    protected boolean validateClient() {
        return super.validateClient()
                && fault().map(description -> failure(description)).orElse(true);
    }

    /** Counted from now if the assertion does not say when it was issued, which it need not. */
    @Override
    protected int getMaximumExpirationTime() {
        return (int) ClientAssertion.LONGEST.toSeconds();
    }

    /** {@code jti} is unique to its issuer; it is remembered for as long as the clock's skew lets it be used. */
    @Override
    protected boolean validateTokenReuse(long lifespan) {
        return super.validateTokenReuse(Math.max(lifespan, 0) + getAllowedClockSkew());
    }

    @Override
    protected String getJtiCacheKeyPrefix() {
        return "atrium-client-assertion:" + getClient().getId();
    }

    /** Without {@code exp} there is nothing to add to what Keycloak says. */
    private Optional<String> fault() {
        Long expires = clientAssertionState.getToken().getExp();
        JsonNode header = header();
        return new ClientAssertion(
                        text(header, "typ"),
                        text(header, "kid"),
                        text(header, "jku"),
                        expires == null ? Duration.ZERO : Duration.ofSeconds(Math.subtractExact(expires, currentTime)))
                .fault(registeredUrl(getClient()));
    }

    private JsonNode header() {
        try {
            return JsonSerialization.readValue(
                    Base64.getUrlDecoder().decode(getJws().getEncodedHeader()), JsonNode.class);
        } catch (IOException afterKeycloakReadIt) {
            throw new UncheckedIOException(afterKeycloakReadIt);
        }
    }

    /** What is not a text is there, but equals nothing. */
    private static Optional<String> text(JsonNode header, String member) {
        return Optional.ofNullable(header.get(member)).map(JsonNode::asText);
    }

    private Optional<String> registeredUrl(ClientModel client) {
        OIDCAdvancedConfigWrapper settings = OIDCAdvancedConfigWrapper.fromClientModel(client);
        return settings.isUseJwksUrl()
                ? Optional.ofNullable(settings.getJwksUrl())
                        .map(url -> ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), url))
                : Optional.empty();
    }
}
