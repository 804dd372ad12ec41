package dev.atrium.authenticators.credentials;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ServicesLogger;

/** A user name or e-mail address that somebody typed. */
public final class TypedName {
    private TypedName() {}

    /** The one person with it. */
    public static Optional<UserModel> person(KeycloakSession session, String typed) {
        try {
            return Optional.ofNullable(KeycloakModelUtils.findUserByNameOrEmail(
                    session, session.getContext().getRealm(), typed.trim()));
        } catch (ModelDuplicateException ambiguous) {
            ServicesLogger.LOGGER.modelDuplicateException(ambiguous);
            return Optional.empty();
        }
    }
}
