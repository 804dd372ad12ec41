package dev.atrium.overrides.credentials;

import dev.atrium.authenticators.credentials.PasswordCheck;
import dev.atrium.authenticators.credentials.UniformResponseTime;
import dev.atrium.support.note.KeycloakNotes;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.directgrant.ValidatePassword;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Checks the password of the password grant, with a hash also for those who have none. */
final class DirectGrantPasswordAuthenticator extends ValidatePassword {
    @Override
    public void authenticate(AuthenticationFlowContext flow) {
        UniformResponseTime.begin(flow.getSession());
        PasswordCheck check = new PasswordCheck(flow);
        UserModel person = flow.getUser();
        Optional<String> refusal = check.refusal(Optional.of(person));
        if (refusal.isEmpty()) {
            KeycloakNotes.PASSWORD_VALIDATED.put(flow.getAuthenticationSession(), true);
            flow.success(PasswordCredentialModel.TYPE);
            return;
        }
        flow.getEvent().user(person).error(refusal.get());
        check.countFailure(person);
        DirectGrantUsernameAuthenticator.refuse(flow, this::errorResponse);
    }
}
