package dev.atrium.overrides.requiredaction;

import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.DeleteCredentialAction;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link GuardedDeleteCredential} in the place of Keycloak's own. */
public final class GuardedDeleteCredentialFactory extends ReplacingActionFactory {
    public GuardedDeleteCredentialFactory() {
        super(new DeleteCredentialAction());
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new GuardedDeleteCredential();
    }
}
