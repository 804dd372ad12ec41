package dev.atrium.overrides.requiredaction;

import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.broker.provider.IdpLinkAction;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link GuardedIdpLink} in the place of Keycloak's own. */
public final class GuardedIdpLinkFactory extends ReplacingActionFactory {
    public GuardedIdpLinkFactory() {
        super(new IdpLinkAction());
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new GuardedIdpLink();
    }
}
