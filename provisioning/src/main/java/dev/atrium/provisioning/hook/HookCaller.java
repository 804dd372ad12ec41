package dev.atrium.provisioning.hook;

import dev.atrium.directory.component.SigningSecret;
import dev.atrium.http.error.Refused;
import dev.atrium.provisioning.mapping.HookDefinition;
import dev.atrium.provisioning.mapping.HookProblem;
import dev.atrium.support.time.KeycloakClock;
import jakarta.ws.rs.NotAuthorizedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AppAuthManager.BearerTokenAuthenticator;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/** Makes sure that a call comes from the system that a hook is for. */
final class HookCaller {
    static final String ID = "webhook-id";

    /** Access tokens must be meant for hooks: one that some other service was given must not do here. */
    static final String AUDIENCE = "atrium-hooks";

    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final KeycloakSession session;
    private final HookDefinition hook;

    HookCaller(KeycloakSession session, HookDefinition hook) {
        this.session = session;
        this.hook = hook;
    }

    void require(HookRequest request) {
        if (hook.client().isPresent()) {
            requireToken(hook.client().get());
        } else {
            requireSignature(request);
        }
    }

    private void requireSignature(HookRequest request) {
        Optional<String> id = request.header(ID);
        Optional<String> timestamp =
                request.header(TIMESTAMP).filter(text -> SECONDS.matcher(text).matches());
        Optional<String> signature = request.header(SIGNATURE);
        if (id.isEmpty() || timestamp.isEmpty() || signature.isEmpty()) {
            throw unauthorized("Send webhook-id, webhook-timestamp and webhook-signature, each once.");
        }
        if (!isNow(Instant.ofEpochSecond(Long.parseLong(timestamp.get())))) {
            throw unauthorized("webhook-timestamp is more than five minutes off; check the clock, and sign again.");
        }
        List<SigningSecret> secrets = new Hooks(session.getContext().getRealm())
                .secrets(session, hook.id(), KeycloakClock.INSTANCE.instant());
        boolean signed = secrets.stream()
                .map(secret -> secret.signed(signature.get(), id.get(), timestamp.get(), request.body()))
                .reduce(false, Boolean::logicalOr);
        if (!signed) {
            throw unauthorized(
                    "webhook-signature does not match: sign id.timestamp.body, byte for byte, with the secret.");
        }
    }

    private static boolean isNow(Instant timestamp) {
        return Duration.between(timestamp, KeycloakClock.INSTANCE.instant())
                        .abs()
                        .compareTo(TOLERANCE)
                <= 0;
    }

    private void requireToken(String clientId) {
        AuthResult caller = authenticated();
        if (caller == null || !isServiceAccountOf(caller, clientId)) {
            throw unauthorized("Send an access token that the hook's client obtained with client_credentials, with "
                    + AUDIENCE + " in its audience.");
        }
    }

    private AuthResult authenticated() {
        try {
            return new BearerTokenAuthenticator(session).setAudience(AUDIENCE).authenticate();
        } catch (NotAuthorizedException none) {
            throw unauthorized("Send an access token: Authorization: Bearer ...");
        }
    }

    private static boolean isServiceAccountOf(AuthResult caller, String clientId) {
        ClientModel client = caller.client();
        return client != null
                && client.getClientId().equals(clientId)
                && client.getId().equals(caller.user().getServiceAccountClientLink());
    }

    private static Refused unauthorized(String message) {
        return new Refused(HookProblem.unauthorized(message));
    }
}
