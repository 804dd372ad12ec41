package dev.atrium.overrides.clientpolicy;

import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.tokens.request.SmartRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequest;
import org.keycloak.protocol.oidc.par.clientpolicy.context.PushedAuthorizationRequestContext;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AuthorizationRequestContext;
import org.keycloak.services.clientpolicy.context.ClientCRUDContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/** What SMART asks of an app's client and Keycloak's own executors do not see to. */
final class SmartAppExecutor implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {
    /** Five minutes (SMART App Launch 2.2.0, "Client Authentication: Asymmetric"); Keycloak takes one without {@code iat}. */
    private static final Duration ASSERTION = Duration.ofMinutes(5);

    /** Three months from the last refresh (45 CFR 170.315(g)(10)(v)(A)(1)(iii)); Keycloak has one. */
    private static final Duration REFRESH_TOKEN = Duration.ofDays(90);

    private final KeycloakSession session;

    SmartAppExecutor(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public String getProviderId() {
        return SmartAppExecutorFactory.ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        if (context instanceof AuthorizationRequestContext sent) {
            requireAudience(sent.getAuthorizationEndpointRequest());
        } else if (context instanceof PushedAuthorizationRequestContext pushed) {
            requireAudience(pushed.getRequest());
        } else if (context instanceof ClientCRUDContext change) {
            Optional.ofNullable(change.getProposedClientRepresentation()).ifPresent(SmartAppExecutor::configure);
        }
    }

    private void requireAudience(AuthorizationEndpointRequest request) throws ClientPolicyException {
        ClientModel client = session.getContext().getClient();
        if (SmartRequest.concernsFhir(client, request)
                && !request.getAdditionalReqParams().containsKey(SmartRequest.AUDIENCE)) {
            throw new ClientPolicyException(
                    OAuthError.INVALID_REQUEST.code(),
                    "The parameter aud is missing: it must be the base URL of the FHIR server");
        }
    }

    /** An {@code iss} in the answer would be taken for that of an EHR launch. */
    private static void configure(ClientRepresentation client) {
        Map<String, String> attributes =
                new HashMap<>(Optional.ofNullable(client.getAttributes()).orElseGet(Map::of));
        attributes.put(OIDCConfigAttributes.EXCLUDE_ISSUER_FROM_AUTH_RESPONSE, "true");
        attributes.put(OIDCConfigAttributes.TOKEN_ENDPOINT_AUTH_SIGNING_MAX_EXP, String.valueOf(ASSERTION.toSeconds()));
        attributes.put(
                OIDCConfigAttributes.CLIENT_OFFLINE_SESSION_IDLE_TIMEOUT, String.valueOf(REFRESH_TOKEN.toSeconds()));
        client.setAttributes(attributes);
    }
}
