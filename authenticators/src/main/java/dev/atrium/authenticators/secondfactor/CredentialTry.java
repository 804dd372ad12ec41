package dev.atrium.authenticators.secondfactor;

import dev.atrium.authenticators.stage.StageContext;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * One try at a credential in a stage, which counts for Keycloak's brute-force protection as it does in a step of a flow. Who
 * is locked out is told nothing else than who is wrong.
 *
 * @param type of the credential, in Keycloak's words
 */
record CredentialTry(StageContext context, String type) {
    boolean isRight(BooleanSupplier check) {
        KeycloakSession session = context.session();
        RealmModel realm = session.getContext().getRealm();
        BruteForceProtector protector = session.getProvider(BruteForceProtector.class);
        String locked = AuthenticatorUtils.getDisabledByBruteForceEventError(protector, session, realm, context.user());
        if (locked != null || !context.user().isEnabled()) {
            record(locked == null ? Errors.USER_DISABLED : locked);
            return false;
        }
        if (check.getAsBoolean()) {
            AuthenticatorUtil.addAuthCredential(context.authSession(), type);
            return true;
        }
        record(Errors.INVALID_USER_CREDENTIALS);
        if (realm.isBruteForceProtected()) {
            protector.failedLogin(
                    realm,
                    context.user(),
                    session.getContext().getConnection(),
                    session.getContext().getHttpRequest().getUri(),
                    Set.of(type));
        }
        return false;
    }

    private void record(String error) {
        context.event()
                .clone()
                .user(context.user())
                .client(context.authSession().getClient())
                .detail(Details.CREDENTIAL_TYPE, type)
                .error(error);
    }
}
