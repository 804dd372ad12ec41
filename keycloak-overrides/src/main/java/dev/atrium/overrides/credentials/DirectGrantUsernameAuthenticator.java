package dev.atrium.overrides.credentials;

import dev.atrium.authenticators.credentials.PasswordCheck;
import dev.atrium.authenticators.credentials.UniformResponseTime;
import dev.atrium.support.note.KeycloakNotes;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.directgrant.ValidateUsername;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;

/** Finds the person of the password grant, and answers who may not sign in like a wrong password. */
final class DirectGrantUsernameAuthenticator extends ValidateUsername {
    @Override
    public void authenticate(AuthenticationFlowContext flow) {
        UniformResponseTime.begin(flow.getSession());
        String username = retrieveUsername(flow);
        if (username == null) {
            super.authenticate(flow);
            return;
        }
        flow.getEvent().detail(Details.USERNAME, username);
        KeycloakNotes.ATTEMPTED_USERNAME.put(flow.getAuthenticationSession(), username);
        PasswordCheck check = new PasswordCheck(flow);
        Optional<UserModel> person = check.person(username);
        Optional<String> bar = check.bar(person)
                .or(() -> person.flatMap(DirectGrantUsernameAuthenticator::serviceAccount))
                .or(() -> person.filter(user -> PasswordCheck.isElsewhere(flow, user))
                        .map(user -> Errors.INVALID_USER_CREDENTIALS));
        if (bar.isEmpty()) {
            flow.setUser(person.orElseThrow());
            flow.success();
            return;
        }
        check.hash();
        person.ifPresent(user -> flow.getEvent().user(user));
        flow.getEvent().error(bar.get());
        refuse(flow, this::errorResponse);
    }

    /** It signs in with the credentials of its client. */
    private static Optional<String> serviceAccount(UserModel user) {
        return Optional.ofNullable(user.getServiceAccountClientLink()).map(client -> Errors.INVALID_USER);
    }

    /** What Keycloak answers a wrong password. */
    static void refuse(AuthenticationFlowContext flow, ErrorResponse response) {
        flow.forceChallenge(response.of(
                Response.Status.BAD_REQUEST.getStatusCode(),
                OAuthErrorException.INVALID_GRANT,
                "Invalid user credentials"));
        UniformResponseTime.await(flow.getSession());
    }

    /** Keycloak's steps of this grant make their answers so. */
    interface ErrorResponse {
        Response of(int status, String error, String description);
    }
}
