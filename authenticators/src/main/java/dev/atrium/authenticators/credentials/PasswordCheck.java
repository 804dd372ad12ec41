package dev.atrium.authenticators.credentials;

import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.login.LoginCheck;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.representations.idm.CredentialRepresentation;

/**
 * Whether the password that was sent is that of a person who may sign in with it. Whoever it is, nobody included,
 * exactly one hash is computed before the answer is no.
 */
public final class PasswordCheck {
    private static final String SOME_PASSWORD = "SlightlyLongerDummyPassword";

    private final AuthenticationFlowContext flow;
    private final KeycloakSession session;
    private final Optional<String> password;

    public PasswordCheck(AuthenticationFlowContext flow) {
        this.flow = flow;
        this.session = flow.getSession();
        this.password = Optional.ofNullable(
                        flow.getHttpRequest().getDecodedFormParameters().getFirst(CredentialRepresentation.PASSWORD))
                .filter(typed -> !typed.isEmpty());
    }

    /** The one person with this user name or e-mail address. */
    public Optional<UserModel> person(String typed) {
        return TypedName.person(session, typed);
    }

    /** Why this person does not get in with the password, in the word for events. */
    public Optional<String> refusal(Optional<UserModel> person) {
        Optional<String> bar = bar(person);
        Optional<UserModel> asked = person.filter(user -> bar.isEmpty() && password.isPresent());
        if (asked.filter(this::isTheirs).isPresent()) {
            return Optional.empty();
        }
        if (asked.filter(PasswordCheck::hasHash).isEmpty()) {
            hash();
        }
        return bar.or(() -> Optional.of(Errors.INVALID_USER_CREDENTIALS));
    }

    /** Why this person does not get in, whatever the password. */
    public Optional<String> bar(Optional<UserModel> person) {
        if (person.isEmpty()) {
            return Optional.of(Errors.USER_NOT_FOUND);
        }
        return Optional.ofNullable(AuthenticatorUtils.getDisabledByBruteForceEventError(flow, person.get()))
                .or(() -> person.get().isEnabled() ? Optional.empty() : Optional.of(Errors.USER_DISABLED));
    }

    /**
     * Whether this person may not sign in with a password, since an identity provider does it for them, say. No password
     * of theirs lets them in, so none is counted as wrong: strangers who guess would lock them out of their provider.
     */
    public static boolean isElsewhere(AuthenticationFlowContext flow, UserModel person) {
        return !LoginCheck.of(flow.getSession(), person).admits(Own.PASSWORD);
    }

    /** Computes a hash of what was typed, for that of a long password takes longer. */
    public void hash() {
        PasswordPolicy policy = flow.getRealm().getPasswordPolicy();
        PasswordHashProvider hashing = policy.getHashAlgorithm() == null
                ? session.getProvider(PasswordHashProvider.class)
                : session.getProvider(PasswordHashProvider.class, policy.getHashAlgorithm());
        hashing.encodedCredential(password.orElse(SOME_PASSWORD), policy.getHashIterations());
    }

    /** As Keycloak's flow does after a step that failed, but before the time of the answer. */
    public void countFailure(UserModel person) {
        if (flow.getRealm().isBruteForceProtected() && password.isPresent()) {
            flow.getProtector()
                    .failedLogin(
                            flow.getRealm(),
                            person,
                            flow.getConnection(),
                            session.getContext().getHttpRequest().getUri(),
                            Set.of(PasswordCredentialModel.TYPE));
        }
    }

    /** What was typed, if it was anything, as of somebody whom no password lets in. */
    void countElsewhere(Runnable count) {
        password.ifPresent(typed -> count.run());
    }

    private boolean isTheirs(UserModel person) {
        return person.credentialManager().isValid(UserCredentialModel.password(password.orElseThrow()));
    }

    /** Whether Keycloak computes one itself to check the password; a directory checks it elsewhere. */
    private static boolean hasHash(UserModel person) {
        return person.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findAny()
                .isPresent();
    }
}
