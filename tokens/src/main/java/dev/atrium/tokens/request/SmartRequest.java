package dev.atrium.tokens.request;

import dev.atrium.core.membership.FhirBaseUrl;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.project.Project;
import dev.atrium.directory.project.Projects;
import dev.atrium.directory.scope.AssignedScopes;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequest;

/**
 * An authorization request for FHIR data, at whichever endpoint it comes in (SMART App Launch 2.2.0, "Request authorization
 * code"). Requests for anything else are Keycloak's affair.
 */
public final class SmartRequest {
    /** Which FHIR server the app wants to talk to. */
    public static final String AUDIENCE = "aud";

    /** Which launch of an EHR the request belongs to. */
    public static final String LAUNCH = "launch";

    /** As much as Keycloak keeps of a parameter that is not its own. */
    private static final int LONGEST_LAUNCH = 2_000;

    private final KeycloakSession session;
    private final AuthorizationEndpointRequest request;
    private final SentParameters sent;

    private SmartRequest(
            KeycloakSession session, AuthorizationEndpointRequest request, MultivaluedMap<String, String> parameters) {
        this.session = session;
        this.request = request;
        this.sent = SentParameters.of(session, parameters);
    }

    /**
     * Why it must be refused, in words for the app's developer. If it need not be, the request's {@link #AUDIENCE} is from
     * now on the FHIR base URL as the project writes it, or missing.
     *
     * @param request as Keycloak has read it
     * @param parameters as they were sent
     */
    public static Optional<String> fault(
            KeycloakSession session,
            ClientModel client,
            AuthorizationEndpointRequest request,
            MultivaluedMap<String, String> parameters) {
        return concernsFhir(client, request)
                ? new SmartRequest(session, request, parameters).fault()
                : Optional.empty();
    }

    /** Whether its answer may have anything of FHIR in it. */
    public static boolean concernsFhir(ClientModel client, AuthorizationEndpointRequest request) {
        String requested = request.getScope() == null ? "" : request.getScope();
        return ScopeSet.parse(requested).concernsFhir()
                || AssignedScopes.byDefault(client).concernsFhir();
    }

    private Optional<String> fault() {
        return brokenLaunch().or(this::weakChallenge).or(this::wrongServer);
    }

    /**
     * The handle of a launch is of no use cut or twice, and must not be lost: Keycloak drops parameters that are not its own
     * where there are many of them, and each claim of a request object counts.
     */
    private Optional<String> brokenLaunch() {
        List<String> launches = sent.signed(LAUNCH).distinct().toList();
        if (launches.size() > 1 || launches.stream().anyMatch(launch -> launch.length() > LONGEST_LAUNCH)) {
            return Optional.of(
                    "The parameter launch must be sent once, with at most %d characters".formatted(LONGEST_LAUNCH));
        }
        // what the front channel adds to a pushed request is none of the app's
        request.getAdditionalReqParams().remove(LAUNCH);
        launches.forEach(launch -> request.getAdditionalReqParams().put(LAUNCH, launch));
        return Optional.empty();
    }

    /** S256 alone will do, and a challenge that does not say how it was made is a plain one (RFC 7636, section 4.3). */
    private Optional<String> weakChallenge() {
        return request.getCodeChallenge() == null
                        || OAuth2Constants.PKCE_METHOD_S256.equals(request.getCodeChallengeMethod())
                ? Optional.empty()
                : Optional.of("SMART apps use the code_challenge_method S256");
    }

    /** {@code resource} (RFC 8707) may stand for {@code aud}, and whatever names the server must name the same. */
    private Optional<String> wrongServer() {
        List<String> named = Stream.concat(sent.audiences(), sent.values(OIDCLoginProtocol.RESOURCE_PARAM))
                .toList();
        request.getAdditionalReqParams().remove(AUDIENCE);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Optional<FhirBaseUrl> server = theOne(named);
        Optional<FhirBaseUrl> known = server.flatMap(
                wanted -> new Projects(session).at(wanted).findFirst().flatMap(Project::fhirBaseUrl));
        known.ifPresent(base -> request.getAdditionalReqParams().put(AUDIENCE, base.value()));
        return known.isPresent()
                ? Optional.empty()
                : Optional.of("The parameter aud must be the base URL of a FHIR server that this realm protects");
    }

    private static Optional<FhirBaseUrl> theOne(List<String> named) {
        Optional<FhirBaseUrl> first = FhirBaseUrl.parse(named.get(0));
        return first.filter(server -> named.stream()
                .allMatch(
                        text -> FhirBaseUrl.parse(text).filter(server::isSameAs).isPresent()));
    }
}
