package dev.atrium.authenticators.emailcode;

import dev.atrium.authenticators.emailcode.CodeRecipient.Factor;
import dev.atrium.authenticators.requiredaction.MailedLink;
import dev.atrium.core.account.UserId;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.account.StaleLogin;
import dev.atrium.directory.factor.SecondFactor;
import dev.atrium.directory.login.CheckedCredentials;
import dev.atrium.directory.login.UsedMethods;
import dev.atrium.support.time.KeycloakClock;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What follows a right code, and a wrong one, for the person and their account. */
record CodeAcceptance(AuthenticationFlowContext flow, Factor factor) {
    /** Signs in. Who reads the mails of an address that nobody verified gets the account and nothing that was in it. */
    void accept(UserModel person) {
        KeycloakSession session = flow.getSession();
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        boolean known = person.equals(flow.getUser());
        flow.setUser(person);
        if (factor == Factor.FIRST) {
            CheckedCredentials.goOnAs(authSession, person, known);
            new MailedLink(session, authSession, false).handOver();
            UsedMethods.note(authSession, person, Own.EMAIL_CODE);
        } else {
            SecondFactor.NOTE.put(
                    authSession,
                    new SecondFactor(
                            new UserId(person.getId()), Own.EMAIL_CODE.text(), KeycloakClock.INSTANCE.instant()));
        }
        StaleLogin.watch(session, authSession);
        if (flow.getRealm().isBruteForceProtected()) {
            flow.getProtector()
                    .successfulLogin(flow.getRealm(), person, flow.getConnection(), uri(), Set.of(category()));
        }
        flow.success();
    }

    /** As Keycloak's flow does after a step that failed, but before the time of the answer. */
    void countFailure(UserModel person) {
        if (flow.getRealm().isBruteForceProtected()) {
            flow.getProtector().failedLogin(flow.getRealm(), person, flow.getConnection(), uri(), Set.of(category()));
        }
    }

    /** Keycloak counts failures of a second factor once more, for a right password does not make up for those. */
    private String category() {
        return factor == Factor.SECOND ? OTPCredentialModel.TYPE : PasswordCredentialModel.TYPE;
    }

    private UriInfo uri() {
        return flow.getSession().getContext().getHttpRequest().getUri();
    }
}
