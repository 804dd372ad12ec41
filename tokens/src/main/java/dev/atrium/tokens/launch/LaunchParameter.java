package dev.atrium.tokens.launch;

import dev.atrium.core.membership.FhirBaseUrl;
import dev.atrium.core.scope.LaunchScope;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.launch.EhrLaunch;
import dev.atrium.directory.launch.EhrLaunches;
import dev.atrium.directory.launch.LaunchHandle;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequest;

/**
 * The parameter {@code launch} of an authorization request, which goes with the scope of the same name (SMART App Launch
 * 2.2.0, "EHR launch").
 *
 * @param value as it was sent
 */
public record LaunchParameter(Optional<String> value) {
    /** One sentence for all that can be wrong with a launch: whoever tries some need not learn which they found. */
    public static final String NOT_OPEN =
            "This launch is unknown, expired, already used, or of another app or FHIR server: launch the app again";

    private static final String LAUNCH = "launch";
    private static final String AUDIENCE = "aud";

    /** The parameter of a request. */
    public static LaunchParameter of(AuthorizationEndpointRequest request) {
        return new LaunchParameter(
                Optional.ofNullable(request.getAdditionalReqParams().get(LAUNCH)));
    }

    /** Why the request must be refused, in words for the app's developer. */
    public Optional<String> fault(KeycloakSession session, ClientModel client, AuthorizationEndpointRequest request) {
        boolean asked = ScopeSet.parse(request.getScope() == null ? "" : request.getScope()).scopes().stream()
                .anyMatch(LaunchParameter::isLaunch);
        if (value.isEmpty()) {
            return asked
                    ? Optional.of("The scope launch needs the parameter launch, which an EHR gives to the app;"
                            + " without an EHR, request launch/patient")
                    : Optional.empty();
        }
        if (!asked && !client.getClientScopes(true).containsKey(LAUNCH)) {
            return Optional.of("The parameter launch needs the scope launch");
        }
        Optional<String> audience =
                Optional.ofNullable(request.getAdditionalReqParams().get(AUDIENCE));
        return launch(session).filter(launch -> fits(launch, client, audience)).isPresent()
                ? Optional.empty()
                : Optional.of(NOT_OPEN);
    }

    /** Why the request of a device must be refused: an EHR launches an app in a browser. */
    public static Optional<String> faultOfDevice(AuthorizationEndpointRequest request) {
        boolean asked = ScopeSet.parse(request.getScope() == null ? "" : request.getScope()).scopes().stream()
                .anyMatch(LaunchParameter::isLaunch);
        return asked || of(request).value().isPresent()
                ? Optional.of("A device cannot be launched by an EHR: request launch/patient")
                : Optional.empty();
    }

    private Optional<EhrLaunch> launch(KeycloakSession session) {
        return value.flatMap(LaunchHandle::parse).flatMap(new EhrLaunches(session)::open);
    }

    private static boolean fits(EhrLaunch launch, ClientModel client, Optional<String> audience) {
        return launch.app().equals(client.getId())
                && audience.map(server -> FhirBaseUrl.parse(server)
                                .filter(launch.server()::isSameAs)
                                .isPresent())
                        .orElse(true);
    }

    private static boolean isLaunch(Scope scope) {
        return scope instanceof LaunchScope launch && launch.isEhr();
    }
}
